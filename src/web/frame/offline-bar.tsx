import { useConnectionLost } from '../connection.ts'
import { useText } from '../language/language.ts'
import './frame.css'

/** The bar on top while the server cannot be reached. */
export function OfflineBar() {
  const text = useText()
  const lost = useConnectionLost()
  return (
    <div role="status" className="no-print">
      {lost ? <p className="offline-bar">{text.frame.offline}</p> : null}
    </div>
  )
}
