import { useState } from 'react'
import { monthOf } from '../../../ui/moment.ts'
import { listed } from '../../../ui/count.ts'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/field.tsx'
import { Prose } from '../../../ui/prose.tsx'
import { MarginNote, Sheet } from '../../../ui/sheet.tsx'
import { Status } from '../../../ui/status.tsx'
import type { Picture } from '../../../ui/use-picture.ts'
import { saveMailPicture } from '../draw/mail-picture.ts'
import {
  MAILBOX_LOOKS,
  SOURCES_READ,
  WITHOUT_LOGOS,
  type MailboxLook,
} from '../view-model/mailbox-looks.ts'
import { FIRST_VIEW, MailboxChoices, type MailView, type Version } from './mailbox-choices.tsx'
import { MessageView } from './message-view.tsx'
import { SideStrip } from './side-strip.tsx'

export interface MailboxSectionProps {
  pictures: Record<Version, Picture>
  /** As texts, for saving. */
  drawings: Record<Version, string>
  from: string
}

/** What mailboxes would show, one view at a time. */
export function MailboxSection({ pictures, drawings, from }: MailboxSectionProps) {
  const [view, setView] = useState<MailView>(FIRST_VIEW)
  const [isOverlaid, setOverlaid] = useState(false)
  const picture = pictures[view.version]
  return (
    <Sheet title="In mailboxes" id="mailboxes" margin={<Margin />}>
      <MailboxChoices view={view} onView={setView} />
      <ul>
        {MAILBOX_LOOKS.map((look) => (
          <MailboxRow
            key={look.mailbox.id}
            look={look}
            view={view}
            from={from}
            picture={picture}
            drawing={drawings[view.version]}
          />
        ))}
      </ul>
      <OtherMailboxes />
      <h3>In every size</h3>
      <Choice
        type="checkbox"
        checked={isOverlaid}
        onChange={({ currentTarget }) => setOverlaid(currentTarget.checked)}
        label="Show the circle that mailboxes cut out"
        help="What stands in the shade is lost where the logo is cut round."
      />
      <SideStrip
        picture={picture}
        name={from}
        isOverlaid={isOverlaid}
        isNight={view.colours === 'night'}
      />
    </Sheet>
  )
}

function Margin() {
  return (
    <>
      <MarginNote>
        Drawn plainly, not copied from these programs. Whether a logo appears is always the
        mailbox’s decision: it also weighs reputation.
      </MarginNote>
      <MarginNote>Sources as of {monthOf(SOURCES_READ)}.</MarginNote>
    </>
  )
}

function OtherMailboxes() {
  return (
    <p className="text-side text-ink-2">
      {WITHOUT_LOGOS.map(({ id, name, shows, note }) => (
        <span key={id}>
          {listed(name.split(', '))}: {shows === 'no' ? 'no BIMI logos' : 'no BIMI logos so far'}.{' '}
          {note}{' '}
        </span>
      ))}
    </p>
  )
}

interface MailboxRowProps {
  look: MailboxLook
  view: MailView
  picture: Picture
  drawing: string
  from: string
}

function MailboxRow({ look, view, picture, drawing, from }: MailboxRowProps) {
  const { device, place } = view
  const { mailbox, name, shape, sizes } = look
  const side = sizes[device][place]
  const isNight = view.colours === 'night'
  const hasCheckMark = look.hasCheckMark && view.mark === 'with'
  const save = () =>
    void saveMailPicture({ drawing, name, from, side, shape, isNight, hasCheckMark })
  return (
    <li className="gap-x-6 gap-y-2 border-t border-rule py-4 max-md:space-y-2 md:grid md:grid-cols-[14rem_minmax(0,1fr)]">
      <div>
        <h3 className="text-text!">{name}</h3>
        <p className="text-side">
          <NeedsWord certificate={mailbox.certificate} />
        </p>
        <p className="text-small text-ink-2">
          <Prose text={mailbox.note} />
        </p>
      </div>
      <div className="min-w-0 space-y-2">
        <MessageView
          picture={picture}
          from={from}
          side={side}
          shape={shape}
          device={device}
          place={place}
          isNight={isNight}
          hasCheckMark={hasCheckMark}
        />
        <Button look="text" onClick={save} aria-label={`Save ${name} as PNG`}>
          Save as PNG
        </Button>
      </div>
    </li>
  )
}

function NeedsWord({ certificate }: { certificate: MailboxLook['mailbox']['certificate'] }) {
  if (certificate === 'any') return <Status kind="pass">No certificate needed</Status>
  if (certificate === 'mark') return <Status kind="absent">Needs a mark certificate</Status>
  return <Status kind="unknown">Sources differ</Status>
}
