import { found } from '../../../facts/fact.ts'
import { DOMAIN, seen } from '../../example.ts'
import { defineRule } from '../../rule.ts'

const says = (answer: boolean) =>
  seen(answer ? '"This domain only sends"' : '"This domain takes mail"', {
    sendsOnly: found(answer, { name: DOMAIN, via: 'typed' }),
  })

export const matchSending = defineRule({
  id: 'sts.match.sending',
  title: 'Whether the domain needs MTA-STS at all',
  needs: ['sendsOnly'],
  spec: [{ document: 'RFC 8461', section: '1' }],
  demand: 'practice',
  why: 'A policy tells others how to deliver to you. What you send is under the policies of those who receive it.',
  messages: {
    'sts.match.not-needed-sender': {
      severity: 'notice',
      title: () => 'MTA-STS protects incoming mail only, and this domain only sends',
      advice: () =>
        'Leave MTA-STS out here. Publish a null MX instead, to say that no mail is taken.',
    },
  },
  examples: { 'sts.match.not-needed-sender': says(true) },
  quiet: says(false),
  check({ sendsOnly, source }, find) {
    return sendsOnly
      ? [find('sts.match.not-needed-sender', {}, { about: source('sendsOnly').name })]
      : []
  },
})
