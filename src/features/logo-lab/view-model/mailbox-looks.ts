/** How mail programs cut a logo, as far as can be told from outside: drawn plainly, not copied from them. */
import { MAILBOXES } from '../../../simulate/mailboxes/list.ts'
import type { Mailbox } from '../../../simulate/mailboxes/mailbox.ts'

export type Shape = 'circle' | 'rounded' | 'square'
export type Device = 'desktop' | 'phone'
export type Place = 'inbox' | 'message'

export interface MailboxLook {
  mailbox: Mailbox
  name: string
  shape: Shape
  /** Sides of the logo in CSS pixels. */
  sizes: Record<Device, Record<Place, number>>
  /** A check mark beside the name, for those with a VMC. */
  hasCheckMark: boolean
}

const LOOKS: Record<string, Omit<MailboxLook, 'mailbox'>> = {
  gmail: {
    name: 'Gmail',
    shape: 'circle',
    sizes: { desktop: { inbox: 32, message: 40 }, phone: { inbox: 40, message: 40 } },
    hasCheckMark: true,
  },
  apple: {
    name: 'Apple Mail',
    shape: 'circle',
    sizes: { desktop: { inbox: 32, message: 40 }, phone: { inbox: 40, message: 48 } },
    hasCheckMark: false,
  },
  yahoo: {
    name: 'Yahoo Mail',
    shape: 'rounded',
    sizes: { desktop: { inbox: 24, message: 40 }, phone: { inbox: 40, message: 40 } },
    hasCheckMark: false,
  },
  fastmail: {
    name: 'Fastmail',
    shape: 'circle',
    sizes: { desktop: { inbox: 32, message: 48 }, phone: { inbox: 40, message: 48 } },
    hasCheckMark: false,
  },
  'la-poste': {
    name: 'La Poste',
    shape: 'circle',
    sizes: { desktop: { inbox: 32, message: 40 }, phone: { inbox: 36, message: 40 } },
    hasCheckMark: false,
  },
  listed: {
    name: 'GMX, WEB.DE and others',
    shape: 'square',
    sizes: { desktop: { inbox: 32, message: 64 }, phone: { inbox: 40, message: 48 } },
    hasCheckMark: false,
  },
}

/** Those that show logos, in the order of the list that the domain check uses. */
export const MAILBOX_LOOKS: readonly MailboxLook[] = MAILBOXES.flatMap((mailbox) => {
  const look = LOOKS[mailbox.id]
  return look === undefined ? [] : [{ mailbox, ...look }]
})

/** The others, each in a sentence. */
export const WITHOUT_LOGOS: readonly Mailbox[] = MAILBOXES.filter(({ shows }) => shows !== 'yes')

/** The sides at which one should look once. */
export const SIDES = [24, 32, 40, 48, 64, 96] as const

/** The latest month in which a source was read. */
export const SOURCES_READ = MAILBOXES.map(({ read }) => read).reduce((a, b) => (a > b ? a : b))
