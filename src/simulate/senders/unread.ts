import type { Sender } from './sender.ts'

/** Senders whose code is closed or was not reached: a row that says so is better than a guess. */
function unread(id: string, name: string, note: string): Sender {
  const why = 'Nobody outside can read its code'
  return {
    id,
    name,
    read: null,
    source: 'not published',
    judge: () => ({
      record: { verdict: 'not known', why },
      policy: { verdict: 'not known', why, effect: null },
      notes: [note],
    }),
  }
}

export const gmail = unread(
  'gmail',
  'Gmail',
  'It is reported to follow MTA-STS when it sends. Its help asks for a `max_age` from 86400 to 31557600.',
)

export const microsoft365 = unread(
  'microsoft-365',
  'Microsoft 365',
  'It is reported to follow MTA-STS when it sends.',
)

export const yahoo = unread('yahoo', 'Yahoo', 'It is reported to follow MTA-STS when it sends.')
