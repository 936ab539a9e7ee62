import { type ComponentType, createContext } from 'react'
import type { Draft, SavedEntry } from './entry-draft.ts'

export type EntryDialogProps = {
  register: string
  begun?: Partial<Draft>
  /** What was looked for and not found: the first text of the new entry. */
  words?: string
  saveLabel?: string
  onSaved: (entry: SavedEntry) => void
  onClose: () => void
}

/**
 * The dialog in which an entry is made in place; given by the frame. A picker does not import it: the form in the dialog
 * holds pickers itself.
 */
export const EntryCreation = createContext<ComponentType<EntryDialogProps> | null>(null)
