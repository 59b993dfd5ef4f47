import { defineRule } from '../../rule.ts'
import { atSpan, draftSection, logoOf } from './logo-finding.ts'

/** BIMI: 32 kilobytes, uncompressed. */
export const LOGO_LIMIT = 32_768
const NEAR = 30_000

interface Size {
  bytes: number
}

const grouped = (number: number): string => String(number).replace(/\B(?=(?:\d{3})+$)/g, ',')
const heavy = (bytes: number) => logoOf(`<path id="a" d="M0 0${'l0 0'.repeat(bytes / 4)}"/>`)

export const logoSize = defineRule({
  id: 'logo.size',
  title: 'The weight of the logo',
  needs: ['logoDocument'],
  spec: draftSection('2'),
  why: `Some mailbox providers refuse any logo of more than ${grouped(LOGO_LIMIT)} bytes, counted before compression.`,
  messages: {
    'logo.size.over-limit': {
      severity: 'error',
      title: ({ bytes }: Size) =>
        `The logo has ${grouped(bytes)} bytes, ${grouped(bytes - LOGO_LIMIT)} more than it may have`,
      advice: () => 'Simplify the paths, and write their numbers with fewer digits.',
    },
    'logo.size.near-limit': {
      severity: 'notice',
      title: ({ bytes }: Size) =>
        `The logo has ${grouped(bytes)} bytes, ${grouped(LOGO_LIMIT - bytes)} below the limit`,
      advice: () => 'Keep an eye on the size when you change the drawing.',
    },
  },
  examples: {
    'logo.size.over-limit': heavy(32_800),
    'logo.size.near-limit': heavy(31_000),
  },
  quiet: logoOf(),
  check({ logoDocument: { instead, corrupt, bytes, root }, source }, find) {
    if (instead !== null || corrupt) return []
    const at = atSpan(source('logoDocument').name, root?.opening ?? { start: 0, end: 0 })
    if (bytes > LOGO_LIMIT) return [find('logo.size.over-limit', { bytes }, at)]
    return bytes > NEAR ? [find('logo.size.near-limit', { bytes }, at)] : []
  },
})
