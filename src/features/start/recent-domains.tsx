import { Link } from 'react-router'
import { Button } from '../../ui/button.tsx'
import { MarginNote, Sheet } from '../../ui/sheet.tsx'

export interface RecentDomainsProps {
  domains: readonly string[]
  onForget: () => void
}

export function RecentDomains({ domains, onForget }: RecentDomainsProps) {
  return (
    <Sheet
      title="Again"
      margin={
        <>
          <MarginNote>Checked before in this browser, which alone remembers them.</MarginNote>
          <Button look="text" className="text-small" onClick={onForget}>
            Forget these domains
          </Button>
        </>
      }
    >
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {domains.map((domain) => (
          <li key={domain}>
            <Link to={`/check?${new URLSearchParams({ domain })}`}>
              <code>{domain}</code>
            </Link>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
