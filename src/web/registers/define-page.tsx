import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTextOf } from '../language/language.ts'
import { Empty } from '../parts/empty.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { ProblemPage } from '../problem/problem-page.tsx'
import { defineTexts } from './define-texts.ts'
import { DefinitionEditor } from './definition-editor.tsx'
import { definitionOf } from './definition-edits.ts'
import { type RegisterView, registersQuery } from './register-queries.ts'
import { texts } from './texts.ts'

const route = getRouteApi('/signed-in/registers/$register/define')

/** `/registers/meeting/define`: fields, kinds and counts of a register, those that the office may change. */
export function DefinePage() {
  const text = useTextOf(defineTexts)
  const { toRegisters, noRegister } = useTextOf(texts)
  const { register: key } = route.useParams()
  const read = useQuery(registersQuery)
  const [opened, setOpened] = useState<RegisterView | null>(null)
  if (read.isError) return <ProblemPage error={read.error} reset={() => void read.refetch()} />
  if (!read.data) return <Skeleton />
  const register = read.data.registers.find((one) => one.key === key)
  if (!register) return <Empty title={noRegister} actions={<Link to="/registers">{toRegisters}</Link>} />
  if (!read.data.define) return <Empty title={text.officeAlone} />
  if (opened?.key !== key) {
    if (!read.isFetching) setOpened(register)
    return <Skeleton />
  }
  return <DefinitionEditor key={key} begun={definitionOf(opened)} view={opened} registers={read.data.registers} />
}
