import { Link, useLocation } from 'react-router'
import { Kicker, TitleSheet } from '../../ui/sheet.tsx'

export function NotFound() {
  const { pathname } = useLocation()
  return (
    <TitleSheet title="There is no page at this address" margin={<Kicker>Not found</Kicker>}>
      <title>Not found – Signet</title>
      <p>
        You asked for <code>{pathname}</code>. A letter may be missing, or the link was made for
        another version of Signet.
      </p>
      <ul className="space-y-2">
        <li>
          <Link to="/">Check a domain</Link>
        </li>
        <li>
          <Link to="/rules">Look a rule up</Link>
        </li>
        <li>
          <Link to="/about">What Signet is, and what leaves your browser</Link>
        </li>
      </ul>
    </TitleSheet>
  )
}
