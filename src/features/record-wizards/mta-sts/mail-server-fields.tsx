import type { Fault } from '../../../publish/make/fault.ts'
import type { MtaStsField } from '../../../publish/make/mta-sts.ts'
import type { ProviderHint } from '../../../publish/make/patterns-from-mx.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { listed } from '../../../ui/count.ts'
import { clock } from '../../../ui/moment.ts'
import { Prose } from '../../../ui/prose.tsx'
import { Status } from '../../../ui/status.tsx'
import { focusItem, ListField } from '../parts/list-field.tsx'
import { faultOf } from '../view-model/fault-of.ts'
import { CoverageTable } from './coverage-table.tsx'
import { coverageRows, coversNobody, triedHost, wildcardWords } from './coverage-view.ts'
import type { MtaStsPageForm } from './form.ts'
import type { Today } from './today.ts'

export interface MailServerFieldsProps {
  form: MtaStsPageForm
  today: Today
  onChoose: (change: Partial<MtaStsPageForm>) => void
  /** What is tried is no part of the policy. */
  onTry: (host: string) => void
  faults: readonly Fault<MtaStsField>[]
}

const LINES = 'policy-lines'

/** The lines of the policy, and how each mail server fares with them. */
export function MailServerFields({ form, today, onChoose, onTry, faults }: MailServerFieldsProps) {
  const lines = form.mx ?? today.patterns
  const rows = coverageRows(today.servers, form.try, lines)
  const change = (mx: readonly string[]) => onChoose({ mx })
  const add = (host: string) => {
    const kept = lines.filter((line) => line.trim() !== '')
    change([...kept, host])
    focusItem(LINES, kept.length)
  }
  // The button that was pressed goes; typing goes on at the lines.
  const takeAll = (mx: readonly string[] | null) => {
    onChoose({ mx })
    focusItem(LINES, 0)
  }
  const time = today.now === 0 ? null : clock(today.now)
  return (
    <>
      <h3>Mail servers</h3>
      <p>
        Every server in the MX records needs a line in the policy. Add a server here before you add
        it to the MX records, not after.
      </p>
      <MailState today={today} />
      {rows.length > 0 && (
        <CoverageTable rows={rows} asked={today.mail === 'known' ? time : null} onAdd={add} />
      )}
      <Providers hints={today.fromMx.providers} lines={lines} onUse={takeAll} />
      <Unlistable hosts={today.fromMx.unlistable} />
      <TryHost form={form} today={today} lines={lines} onTry={onTry} />
      <PolicyLines lines={lines} today={today} faults={faults} onChange={change} />
      {form.mx !== null && today.patterns.length > 0 && (
        <Button look="text" onClick={() => takeAll(null)}>
          Take the lines from the MX records again
        </Button>
      )}
    </>
  )
}

interface PolicyLinesProps {
  lines: readonly string[]
  today: Today
  faults: readonly Fault<MtaStsField>[]
  onChange: (lines: readonly string[]) => void
}

function PolicyLines({ lines, today, faults, onChange }: PolicyLinesProps) {
  const general = faultOf(faults, 'mx')
  return (
    <>
      <ListField
        id={LINES}
        legend="Lines of the policy"
        help={
          <p>
            One name each, as it stands in the MX record. Filled in from the MX records; a line that
            is missing makes senders refuse that server once you enforce.
          </p>
        }
        item="Line"
        adds="a line"
        placeholder={`mail.${today.domain}`}
        values={lines.length === 0 ? [''] : lines}
        onChange={onChange}
        renderError={(place) => {
          const fault = faultOf(faults, 'mx', place)
          return fault !== null && <Prose text={`${fault}.`} />
        }}
        renderNote={(place) =>
          coversNobody(lines[place] ?? '', today.servers) && (
            <p>Covers no mail server of today: right for one that is to come.</p>
          )
        }
      />
      {general !== null && (
        <p className="text-side">
          <Status kind="waiting" className="mr-2">
            Open
          </Status>
          <Prose text={`${general}.`} />
        </p>
      )}
    </>
  )
}

/** Where the mail servers come from, when it is not the MX records. */
function MailState({ today: { mail, domain } }: { today: Today }) {
  switch (mail) {
    case 'known':
      return null
    case 'asking':
      return (
        <output className="block text-side text-ink-2">
          <Status kind="asking" className="mr-2" />
          Asking for the <code>MX</code> records of <code>{domain}</code>.
        </output>
      )
    case 'unknown':
      return (
        <p className="text-side">
          <Status kind="unknown" className="mr-2" />
          The MX records could not be looked up. That says nothing about <code>{domain}</code>: type
          the names of its mail servers below.
        </p>
      )
    case 'none':
      return (
        <p className="text-side">
          <Status kind="warning" className="mr-2" />
          <code>{domain}</code> has no mail server in the DNS. Type those that are to come.
        </p>
      )
    case 'null-mx':
      return (
        <p className="text-side">
          <Status kind="warning" className="mr-2" />
          <code>{domain}</code> takes no mail, and says so with a null MX. There is nothing for
          MTA-STS to protect.
        </p>
      )
  }
}

interface ProvidersProps {
  hints: readonly ProviderHint[]
  lines: readonly string[]
  onUse: (lines: string[]) => void
}

/** What the customers of a known provider usually have. It explains; the MX records decide. */
function Providers({ hints, lines, onUse }: ProvidersProps) {
  return hints.map(({ provider, hosts, usual, left }) => {
    const others = lines.filter((line) => !hosts.includes(line) && !usual.includes(line))
    const isUsed = usual.every((line) => lines.includes(line))
    const names = listed(usual.map((line) => `\`${line}\``))
    return (
      <div key={provider.id} className="text-side">
        <p>
          {hosts.length === 1 ? 'This server is one' : 'These servers are'} of {provider.name}
          {hosts.length === 1 ? '’s' : ''}.{' '}
          {usual.length === 0 ? (
            'Its servers are best listed one by one, as they are here.'
          ) : (
            <Prose
              text={`Its customers usually have ${names}, which also covers servers that it adds later. Each name alone, as taken from your MX records, is the narrower choice.`}
            />
          )}{' '}
          {usual.length > 0 && !isUsed && (
            <Button look="text" onClick={() => onUse([...usual, ...left, ...others])}>
              Use the usual {usual.length === 1 ? 'line' : 'lines'}
            </Button>
          )}
        </p>
      </div>
    )
  })
}

function Unlistable({ hosts }: { hosts: readonly string[] }) {
  return hosts.map((host) => (
    <p key={host} className="text-side">
      <Status kind="warning" className="mr-2" />
      No line can name <code>{host}</code>, so senders that enforce refuse it. Give the server
      another name.
    </p>
  ))
}

interface TryHostProps {
  form: MtaStsPageForm
  today: Today
  lines: readonly string[]
  onTry: (host: string) => void
}

function TryHost({ form, today, lines, onTry }: TryHostProps) {
  const host = triedHost(form.try)
  const isCovered = host !== null && coverageRows([], form.try, lines)[0]?.by !== null
  const words = host === null || isCovered ? null : wildcardWords(host, today.domain)
  return (
    <div className="max-w-measure">
      <Field
        label="Try a host name, for example a server you plan"
        value={form.try}
        placeholder={`mail3.${today.domain}`}
        onChange={({ currentTarget }) => onTry(currentTarget.value)}
        help={words !== null && <Prose text={words} />}
      />
    </div>
  )
}
