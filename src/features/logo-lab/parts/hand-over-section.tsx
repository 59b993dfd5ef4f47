import { Link } from 'react-router'
import { useState } from 'react'
import { formatBimiRecord } from '../../../protocols/bimi/record.ts'
import { readDomainInput } from '../../../protocols/dns/domain-input.ts'
import { DEFAULT_SELECTOR, recordName } from '../../../protocols/bimi/selector.ts'
import { Actions, buttonClass } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { RawText } from '../../../ui/raw-text.tsx'
import { Status } from '../../../ui/status.tsx'
import { MarginNote, Sheet } from '../../../ui/sheet.tsx'

export interface HandOverSectionProps {
  /** Of the file to be published. */
  fileName: string
  /** Is it a logo that mailboxes take? Null while that is worked out. */
  isReady: boolean | null
  domain: string
  onDomain: (domain: string) => void
  /** Address of the page that writes the record, where there is one. */
  wizard: string | undefined
}

/** For whoever keeps the web server and the DNS. */
export function HandOverSection(props: HandOverSectionProps) {
  const { fileName, isReady, domain, onDomain, wizard } = props
  const reading = readDomainInput(domain)
  const isWhole = reading.ok
  const name = reading.ok ? reading.input.domain : ''
  const shown = isWhole ? name : 'example.com'
  return (
    <Sheet
      title="Hand over"
      id="hand-over"
      margin={<MarginNote>For whoever keeps the web server and the DNS.</MarginNote>}
    >
      {isReady === false && (
        <p>
          <Status kind="warning" className="mr-2">
            Not yet
          </Status>
          No mailbox is sure to take <code>{fileName}</code> as it is: what is left is said above.
        </p>
      )}
      <p>
        Upload <code>{fileName}</code> under a new name, not over an old logo: mailboxes keep copies
        for days. Then publish the record, once DMARC is at <code>quarantine</code> or{' '}
        <code>reject</code>.
      </p>
      <DomainField domain={domain} isWhole={isWhole} onDomain={onDomain} />
      <RawText
        name={
          <>
            <code>{recordName(DEFAULT_SELECTOR, shown)}</code> TXT
          </>
        }
        text={recordFor(shown, fileName)}
        copy="record"
      />
      <Actions>
        {wizard !== undefined && (
          <Link
            className={buttonClass('plain')}
            to={isWhole ? `${wizard}?${new URLSearchParams({ domain: name })}` : wizard}
          >
            Open in the BIMI wizard
          </Link>
        )}
        <Link
          className={buttonClass('plain')}
          to={isWhole ? `/check?${new URLSearchParams({ domain: name })}` : '/check'}
        >
          {reading.ok ? `Check ${reading.input.unicode}` : 'Check a domain'}
        </Link>
      </Actions>
    </Sheet>
  )
}

/** Where the file is best put, as a record. */
function recordFor(domain: string, fileName: string): string {
  return formatBimiRecord({
    location: `https://${domain}/bimi/${encodeURIComponent(fileName)}`,
    evidence: '',
    preference: 'brand',
    localPartPrefixes: null,
  })
}

interface DomainFieldProps {
  domain: string
  isWhole: boolean
  onDomain: (domain: string) => void
}

function DomainField({ domain, isWhole, onDomain }: DomainFieldProps) {
  // An unfinished name is no mistake.
  const [isLeft, setLeft] = useState(false)
  return (
    <div className="max-w-box">
      <Field
        label="Domain that sends the mail"
        value={domain}
        placeholder="example.com"
        onChange={({ currentTarget }) => onDomain(currentTarget.value)}
        onBlur={() => setLeft(true)}
        error={
          isLeft && !isWhole && domain.trim() !== '' && 'Expected: a domain, such as example.com'
        }
        help="It goes into the record below, and nowhere else."
      />
    </div>
  )
}
