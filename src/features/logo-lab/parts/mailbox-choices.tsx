import { Segments } from '../../../ui/segments.tsx'
import type { Device, Place } from '../view-model/mailbox-looks.ts'

export type Version = 'repaired' | 'dropped'

/** Which of the many pictures is shown. */
export interface MailView {
  version: Version
  device: Device
  place: Place
  colours: 'day' | 'night'
  mark: 'with' | 'without'
}

export const FIRST_VIEW: MailView = {
  version: 'repaired',
  device: 'desktop',
  place: 'inbox',
  colours: 'day',
  mark: 'without',
}

type Options<Key extends keyof MailView> = readonly (readonly [MailView[Key], string])[]

const VERSIONS: Options<'version'> = [
  ['repaired', 'Repaired'],
  ['dropped', 'As dropped'],
]
const DEVICES: Options<'device'> = [
  ['desktop', 'Desktop'],
  ['phone', 'Phone'],
]
const PLACES: Options<'place'> = [
  ['inbox', 'Inbox line'],
  ['message', 'Message header'],
]
const COLOURS: Options<'colours'> = [
  ['day', 'Day'],
  ['night', 'Night'],
]
const MARKS: Options<'mark'> = [
  ['without', 'Without VMC'],
  ['with', 'With VMC'],
]

export interface MailboxChoicesProps {
  view: MailView
  onView: (view: MailView) => void
}

export function MailboxChoices({ view, onView }: MailboxChoicesProps) {
  const choose =
    <Key extends keyof MailView>(key: Key) =>
    (value: MailView[Key]) =>
      onView({ ...view, [key]: value })
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-3 print:hidden">
      <Segments
        legend="Logo"
        options={VERSIONS}
        value={view.version}
        onChange={choose('version')}
      />
      <Segments legend="Screen" options={DEVICES} value={view.device} onChange={choose('device')} />
      <Segments legend="Where" options={PLACES} value={view.place} onChange={choose('place')} />
      <Segments
        legend="Mail program’s colours"
        options={COLOURS}
        value={view.colours}
        onChange={choose('colours')}
      />
      <Segments
        legend="Mark certificate"
        options={MARKS}
        value={view.mark}
        onChange={choose('mark')}
      />
    </div>
  )
}
