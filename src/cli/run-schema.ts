import { z } from 'zod'
import { noticeSchema } from '../core/notice/notice.ts'
import { diagnosticsDocumentSchema } from './diagnostics-document.ts'

const schemas = { notice: noticeSchema, diagnostics: diagnosticsDocumentSchema }
export type SchemaName = keyof typeof schemas

/** The JSON Schema (draft 2020-12) of what a command prints, made from the schema it is typed by. */
export function jsonSchemaText(name: SchemaName): string {
  const schema = z.toJSONSchema(schemas[name], { target: 'draft-2020-12' })
  return `${JSON.stringify({ $id: `bihuan.${name}/1`, ...schema }, null, 2)}\n`
}

/** `bihuan schema [NAME]` */
export function runSchema(name: SchemaName): number {
  process.stdout.write(jsonSchemaText(name))
  return 0
}
