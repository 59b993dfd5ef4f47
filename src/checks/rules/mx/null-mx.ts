import { isNullMx } from '../../../protocols/mx/mx.ts'
import { mx } from '../../example.ts'
import { defineRule } from '../../rule.ts'

export const nullMx = defineRule({
  id: 'mx.null-mx',
  title: 'The null MX',
  needs: ['mx'],
  spec: [{ document: 'RFC 7505', section: '3' }],
  why: 'A null MX says that a domain takes no mail, so that senders give up at once instead of trying for days.',
  messages: {
    'mx.null': {
      severity: 'notice',
      title: ({ domain }: { domain: string }) => `\`${domain}\` says that it takes no mail`,
      advice: () => 'Keep it if that is meant; otherwise replace it by your mail servers.',
    },
    'mx.null-plus': {
      severity: 'error',
      title: ({ others }: { others: number }) =>
        `A null MX stands beside ${others === 1 ? 'another MX record' : `${others} other MX records`}`,
      advice: () => 'Delete the null MX, or the others.',
      why: 'It says that the domain takes no mail and where its mail goes, at once. Senders differ in which they believe.',
    },
    'mx.null-pref': {
      severity: 'warning',
      title: ({ preference }: { preference: number }) =>
        `The null MX has preference ${preference} instead of 0`,
      advice: () => 'Change it to `0 .`.',
    },
  },
  examples: {
    'mx.null': mx('0 .'),
    'mx.null-plus': mx('0 .', '10 mail1.example.com'),
    'mx.null-pref': mx('10 .'),
  },
  quiet: mx('10 mail1.example.com'),
  check({ mx, source }, find) {
    const at = { about: source('mx').name }
    const nulls = mx.filter(({ exchange }) => exchange === '')
    const others = mx.length - nulls.length
    if (nulls.length > 0 && others > 0) return [find('mx.null-plus', { others }, at)]
    const preference = nulls[0]?.preference ?? 0
    return [
      ...(isNullMx(mx) ? [find('mx.null', { domain: at.about }, at)] : []),
      ...(preference === 0 ? [] : [find('mx.null-pref', { preference }, at)]),
    ]
  },
})
