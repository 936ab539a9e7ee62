/** JSON Schema (2020-12) of the values of an entry, as the routes give and take them. */
import type { Register } from './definition.ts'
import type { Field } from './field.ts'

type Schema = Readonly<Record<string, unknown>>

export function jsonSchemaOf(register: Register): Schema {
  const fields = Object.entries(register.fields).filter(([, field]) => field.type !== 'computed')
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: register.name.zh,
    description: register.help.zh,
    'x-register': register.key,
    'x-version': register.version,
    'x-kinds': register.kinds,
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(fields.map(([key, field]) => [key, described(field)])),
    // Of a field for some kinds alone: that it is required is judged by the server.
    required: fields.filter(([, field]) => field.required && field.kinds === undefined).map(([key]) => key),
  }
}

const described = (field: Field): Schema => ({
  title: field.name.zh,
  ...(field.help !== undefined && { description: field.help.zh }),
  ...(field.kinds !== undefined && { 'x-kinds': field.kinds }),
  ...('many' in field && field.many ? { type: 'array', items: schemaOf(field) } : schemaOf(field)),
})

const identifier = { type: 'integer', minimum: 1 }
const day = { type: 'string', format: 'date' }

function schemaOf(field: Field): Schema {
  switch (field.type) {
    case 'text':
      return { type: 'string', maxLength: field.most ?? 200 }
    case 'longText':
      return { type: 'string', maxLength: 20_000 }
    case 'document':
      return { type: 'string', maxLength: 300 }
    case 'choice':
      return { oneOf: Object.entries(field.options).map(([key, { zh }]) => ({ const: key, title: zh })) }
    case 'flag':
      return { type: 'boolean' }
    case 'day':
      return day
    case 'dayRange':
      return {
        type: 'object',
        properties: { from: day, to: day },
        required: ['from', 'to'],
        additionalProperties: false,
      }
    case 'quantity':
      return {
        type: 'number',
        minimum: field.least ?? 0,
        ...(field.most !== undefined && { maximum: field.most }),
        multipleOf: 10 ** -(field.decimals ?? 0),
        'x-unit': field.unit,
      }
    case 'money':
      return { type: 'integer', ...(!field.signed && { minimum: 0 }), 'x-unit': '分' }
    case 'area':
      return { type: 'number', minimum: 0, multipleOf: 0.001, 'x-unit': '㎡' }
    case 'unit':
    case 'person':
    case 'project':
      return { ...identifier, 'x-refers': field.type }
    case 'reference':
      return { ...identifier, 'x-refers': field.register }
    case 'files':
      return {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
            name: { type: 'string' },
            mediaType: { type: 'string' },
            size: { type: 'integer', minimum: 0 },
          },
          required: ['sha256', 'name', 'mediaType', 'size'],
        },
      }
    case 'rows':
      return {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          properties: Object.fromEntries(Object.entries(field.columns).map(([key, cell]) => [key, described(cell)])),
          required: Object.entries(field.columns)
            .filter(([, cell]) => cell.required)
            .map(([key]) => key),
        },
      }
    case 'computed':
      return { type: 'number', readOnly: true }
  }
}
