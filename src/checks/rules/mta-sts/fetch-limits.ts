import { seenOf } from '../../../facts/fact.ts'
import { policyFile, policyText } from '../../example.ts'
import { defineRule } from '../../rule.ts'

/** "Senders may … limit the … size of policies to 64 kilobytes" (RFC 8461 section 3.3). */
const LIMIT = 65_536
/** Ordinary files have a few hundred bytes. */
const LARGE = 4096
/** Senders may give up after a minute; mail waits for all of it. */
const SLOW_MS = 5000

const padded = (bytes: number): string => policyText().trimEnd().padEnd(bytes)

interface Size {
  bytes: number
  /** More than a sender has to read. */
  tooMuch: boolean
}

export const fetchLimits = defineRule({
  id: 'sts.fetch.limits',
  title: 'The size of the policy file and the time it takes',
  needs: [],
  known: ['policyAnswer'],
  spec: [{ document: 'RFC 8461', section: '3.3' }],
  why: 'Senders limit what they read, to 64 KB and a minute for example.',
  messages: {
    'sts.fetch.size': {
      severity: ({ tooMuch }: Size) => (tooMuch ? 'error' : 'warning'),
      title: ({ bytes, tooMuch }: Size) =>
        tooMuch
          ? 'The policy file is larger than 64 KB'
          : `The policy file has ${bytes} bytes, more than such a file needs`,
      advice: () => 'Serve the few lines of the policy and nothing else.',
    },
    'sts.fetch.time': {
      severity: 'warning',
      demand: 'practice',
      title: ({ seconds }: { seconds: number }) =>
        `The policy file takes ${seconds} seconds to arrive`,
      advice: () => 'Serve it as a static file, from a server that is always awake.',
      why: 'Mail waits for the answer, and senders may give up after a minute.',
    },
  },
  examples: {
    'sts.fetch.size': { ...policyFile(padded(70_000)), show: '(a file of 70000 bytes)' },
    'sts.fetch.time': {
      ...policyFile(policyText(), { elapsedMs: 8200 }),
      show: '(an answer after 8.2 seconds)',
    },
  },
  quiet: policyFile(policyText()),
  check({ policyAnswer: file }, find) {
    const at = { about: file.source.name }
    const answer = seenOf(file)
    if (answer === null)
      return file.state === 'faulty' && file.reason === 'too-large'
        ? [find('sts.fetch.size', { bytes: LIMIT + 1, tooMuch: true }, at)]
        : []
    if (answer.status !== 200) return []
    const { bytes, truncated, elapsedMs } = answer
    const tooMuch = truncated || bytes > LIMIT
    return [
      ...(tooMuch || bytes > LARGE ? [find('sts.fetch.size', { bytes, tooMuch }, at)] : []),
      ...(elapsedMs > SLOW_MS
        ? [find('sts.fetch.time', { seconds: Math.round(elapsedMs / 100) / 10 }, at)]
        : []),
    ]
  },
})
