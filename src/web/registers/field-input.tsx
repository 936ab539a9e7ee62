import { useLanguage } from '../language/language.ts'
import { AreaInput } from './area-input.tsx'
import { ChoiceInput } from './choice-input.tsx'
import { DayInput } from './day-input.tsx'
import { DayRangeInput } from './day-range-input.tsx'
import { DocumentInput } from './document-input.tsx'
import type { FieldInputProps, FieldProblem } from './field-props.ts'
import { FilesInput } from './files-input.tsx'
import { MoneyInput } from './money-input.tsx'
import { QuantityInput } from './quantity-input.tsx'
import { RecordInput } from './record-input.tsx'
import { TextInput } from './text-input.tsx'

type Props = Omit<FieldInputProps, 'label' | 'hint' | 'compact' | 'problems'> & {
  /** Instead of the field's own name. */
  label?: string
  compact?: boolean
  problems?: readonly FieldProblem[]
}

/** The input that belongs to a field's type. */
export function FieldInput({ field, label, compact = false, problems = [], ...rest }: Props) {
  const language = useLanguage()
  const props = {
    ...rest,
    compact,
    problems,
    label: label ?? field.name[language],
    hint: compact ? undefined : field.help?.[language],
  }
  switch (field.type) {
    case 'text':
    case 'longText':
      return <TextInput {...props} field={field} />
    case 'choice':
    case 'flag':
      return <ChoiceInput {...props} field={field} />
    case 'day':
      return <DayInput {...props} field={field} />
    case 'dayRange':
      return <DayRangeInput {...props} field={field} />
    case 'quantity':
      return <QuantityInput {...props} field={field} />
    case 'money':
      return <MoneyInput {...props} field={field} />
    case 'area':
      return <AreaInput {...props} field={field} />
    case 'unit':
    case 'person':
    case 'project':
    case 'reference':
      return <RecordInput {...props} field={field} />
    case 'document':
      return <DocumentInput {...props} field={field} />
    case 'files':
      return <FilesInput {...props} field={field} />
    // Tables hold inputs themselves; they and what is computed are drawn by whoever draws all fields.
    case 'rows':
    case 'computed':
      return null
  }
}
