import { useText } from '../language/language.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Keys } from '../parts/keys.tsx'

/** What can be done without the mouse. */
export function KeyboardListDialog({ onClose }: { onClose: () => void }) {
  const { keyboardList: text } = useText()
  const rows: [string, string][] = [
    ['/', text.filter],
    ['j k', text.rows],
    ['Enter', text.open],
    ['o', text.full],
    ['Esc', text.back],
    ['[ ]', text.neighbours],
    ['a r', text.decide],
    ['n q x e', text.entryKeys],
    ['Ctrl K', text.go],
    ['Ctrl P', text.print],
    ['?', text.list],
  ]
  return (
    <Dialog title={text.title} onClose={onClose}>
      <dl className="keyboard-list">
        {rows.map(([keys, sense]) => (
          <div key={keys}>
            <dt>
              <Keys of={keys} />
            </dt>
            <dd>{sense}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
