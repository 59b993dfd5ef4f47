import type { ZoneRecord } from '../../../publish/record.ts'
import { panelCards, type PanelCard } from '../../../publish/records/panel.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Term, Terms } from '../../../ui/terms.tsx'

/** The fields of a provider's page, each to be copied by itself. */
export function PanelCards({ records, main }: { records: readonly ZoneRecord[]; main: boolean }) {
  return panelCards(records).map((card, place) => (
    <figure
      key={card.wholeName}
      className="rounded-corner border border-transparent bg-inset px-3 md:px-4 [&_dd]:flex [&_dd]:items-baseline [&_dd]:justify-between [&_dd]:gap-x-4 [&_dd]:space-y-0!"
    >
      <figcaption className="sr-only">The fields of the record at {card.wholeName}</figcaption>
      <Terms ruled>
        <Line name="Name" what="name" value={card.name} />
        <Term name="Type">
          <code>{card.type}</code>
        </Term>
        <Line name="Value" what="value" value={card.value} main={main && place === 0} />
        <Line name="TTL, in seconds" what="TTL" value={String(card.ttl)} />
        <Replaced card={card} />
      </Terms>
    </figure>
  ))
}

interface LineProps {
  name: string
  what: string
  value: string
  main?: boolean
}

function Line({ name, what, value, main = false }: LineProps) {
  return (
    <Term name={name}>
      <code className="wrap-anywhere">{value}</code>
      <CopyButton
        what={what}
        text={value}
        look={main ? 'small-main' : 'small'}
        className="flex-none"
      />
    </Term>
  )
}

function Replaced({ card }: { card: PanelCard }) {
  return card.replaces.map((old) => (
    <Term key={old} name="In place of">
      <del className="no-underline">
        <code className="wrap-anywhere text-ink-2">{old}</code>
      </del>
    </Term>
  ))
}
