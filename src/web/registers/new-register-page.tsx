import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTextOf } from '../language/language.ts'
import { Empty } from '../parts/empty.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { ProblemPage } from '../problem/problem-page.tsx'
import { defineTexts } from './define-texts.ts'
import { DefinitionEditor } from './definition-editor.tsx'
import { blankRegister } from './definition-edits.ts'
import { registersQuery } from './register-queries.ts'

/** `/registers/new`: the office makes a register of its own. */
export function NewRegisterPage() {
  const text = useTextOf(defineTexts)
  const read = useQuery(registersQuery)
  const [begun, setBegun] = useState<ReturnType<typeof blankRegister> | null>(null)
  if (read.isError) return <ProblemPage error={read.error} reset={() => void read.refetch()} />
  if (!read.data) return <Skeleton />
  if (!read.data.define) return <Empty title={text.officeAlone} />
  if (!begun) {
    // Others may make registers while this one is being made: its key was free when it was begun.
    setBegun(
      blankRegister(
        read.data.registers.map(({ key }) => key),
        text.begun,
      ),
    )
    return <Skeleton />
  }
  return <DefinitionEditor begun={begun} view={null} registers={read.data.registers} />
}
