/** The stages of MTA-STS in order: nothing, testing, enforce, and out again (RFC 8461 section 8). */
import { valueOf } from '../../facts/fact.ts'
import { hasAddress } from '../../facts/host.ts'
import { isNullMx } from '../../protocols/mx/mx.ts'
import { correctPolicy, enforcedPolicy, livePolicy, removedPolicy } from '../corrections/policy.ts'
import { correctStsRecord, stsTexts } from '../corrections/record.ts'
import { correctTlsRptRecord } from '../corrections/tls-rpt.ts'
import type { CorrectedText } from '../corrections/corrected-text.ts'
import type { NextStep, StepItem } from './step.ts'
import { holdsRecord } from '../rules/mta-sts/record-entries.ts'
import { worst, type Checked } from './checked.ts'
import { reportsItem } from './reports.ts'

/** Nothing of MTA-STS is there: how to begin, in the order that senders never see a broken half. */
export function begin({ domain, facts, findings }: Checked): NextStep | null {
  if (findings.some(({ id, words }) => id.startsWith('sts.') && words.severity === 'error'))
    return null
  if (facts.mtaStsRecord === undefined || holdsRecord(facts.mtaStsRecord)) return null
  const policy = correctPolicy(facts)
  const record = correctStsRecord(facts, { newPolicy: true })
  if (policy === null || record === null) return null
  const reports = correctTlsRptRecord(facts)
  return {
    kind: 'start',
    heading: 'Begin with MTA-STS in testing mode',
    why:
      `Nothing tells senders to insist on encryption for \`${domain}\`. In testing mode they deliver as before and ` +
      'report what would have failed. In this order no sender ever sees a record without its policy.',
    items: [
      ...(reports === null ? [] : [reportsItem(reports)]),
      { title: `Create the web host \`mta-sts.${domain}\`, with a certificate for that name.` },
      serve(policy),
      {
        title: `Publish this TXT record at \`${record.where}\`, when the file is there.`,
        text: record,
      },
    ],
  }
}

/** A domain without mail needs no policy; one that has a policy takes it back in the safe order (section 8.3). */
export function withoutMail(checked: Checked): NextStep | null {
  const { domain, facts } = checked
  const mx = valueOf(facts.mx)
  if (mx === null || !isNullMx(mx)) return null
  // It may still send, and show a logo.
  const sends = worst(checked, ['dmarc.', 'bimi.'], 'error') !== null
  if (stsTexts(facts).length === 0)
    return sends
      ? null
      : {
          kind: 'done',
          heading: 'Nothing to do',
          why: `\`${domain}\` takes no mail, and says so with a null MX. There is nothing for MTA-STS to protect.`,
          items: [],
        }
  const policy = removedPolicy(facts)
  const record = policy === null ? null : correctStsRecord(facts, { newPolicy: true })
  return {
    kind: 'fix',
    heading: 'Take MTA-STS back, because the domain takes no mail',
    why: `\`${domain}\` has a null MX, so its policy has nothing to protect. Senders that remember the policy are told first.`,
    items: [
      ...(policy === null ? [] : [serve(policy)]),
      ...(record === null ? [] : [replace(record)]),
      ...endOfRemoval(domain),
    ],
  }
}

/** All is in order: the stage that comes next, or nothing. */
export function advance({ domain, facts, findings }: Checked): NextStep | null {
  const mode = livePolicy(facts)?.value?.mode
  if (mode === 'none')
    return {
      kind: 'advance',
      heading: 'Wait until no sender remembers the old policy, then remove MTA-STS',
      why: 'The mode `none` tells senders to forget the policy. They hear of it only while the record and the file are there.',
      items: endOfRemoval(domain),
    }
  const policy = enforcedPolicy(facts)
  const record = policy === null ? null : correctStsRecord(facts, { newPolicy: true })
  if (policy === null || record === null) return null
  return {
    kind: 'advance',
    heading: 'Read the TLS reports, then enforce',
    why: isLate(findings)
      ? 'The policy has been in testing for months: senders deliver all the same, so no mail is protected yet.'
      : 'The policy is in testing: senders report failures and deliver all the same, so no mail is protected yet.',
    items: [
      { title: 'Read the TLS reports of one or two weeks. Go on when they show no failures.' },
      serve(policy),
      replace(record),
    ],
  }
}

/** In testing for so long that going on is the thing to do, whatever else is merely not ideal. */
export function advanceLate(checked: Checked): NextStep | null {
  return isLate(checked.findings) ? advance(checked) : null
}

function isLate(findings: Checked['findings']): boolean {
  return findings.some(({ id }) => id === 'sts.policy.mode-testing-old')
}

export function nothingToDo({ domain, facts }: Checked): NextStep {
  const mode = livePolicy(facts)?.value?.mode
  const host = valueOf(facts.policyHost)
  const isEnforced = mode === 'enforce' && host !== null && hasAddress(host)
  return {
    kind: 'done',
    heading: 'Nothing to do',
    why: isEnforced
      ? `Senders that follow MTA-STS deliver to \`${domain}\` over verified TLS only. Check again when your mail servers change.`
      : `Nothing that was checked asks for a change at \`${domain}\`.`,
    items: [],
  }
}

function serve(policy: CorrectedText): StepItem {
  return { title: `Serve this file at \`${policy.where}\`.`, text: policy }
}

function replace(record: CorrectedText): StepItem {
  return {
    title: `Replace the TXT record at \`${record.where}\`. Do not add it beside the old one.`,
    text: record,
  }
}

function endOfRemoval(domain: string): StepItem[] {
  return [
    {
      title: `Keep the record, the host and its certificate until the largest \`max_age\` that was ever served has passed.`,
    },
    {
      title: `Then delete the TXT record at \`_mta-sts.${domain}\`, and last the host \`mta-sts.${domain}\`.`,
    },
  ]
}
