import { Link } from 'react-router'
import { Kicker, TitleSheet } from '../../ui/sheet.tsx'

/** The address of a file's page without the file: a link that was shared, or a bookmark. */
export function NoFile() {
  return (
    <TitleSheet title="No file is here" margin={<Kicker>Policy file</Kicker>}>
      <title>Policy file – Signet</title>
      <p>Files stay in the browser that read them, so a link cannot bring one along.</p>
      <p>
        Drop a policy file anywhere on this page, paste its text with <kbd>Ctrl</kbd> <kbd>V</kbd>,
        or <Link to="/">choose one on the start page</Link>.
      </p>
    </TitleSheet>
  )
}
