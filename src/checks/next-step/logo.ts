/** DMARC, then the assertion record: what a logo stands on comes first (BIMI draft, Authentication Requirements). */
import { failuresIn } from '../../facts/fact-set.ts'
import type { Finding } from '../finding.ts'
import { bimiElsewhere, correctBimiRecord } from '../corrections/bimi.ts'
import type { CorrectedText } from '../corrections/corrected-text.ts'
import { correctDmarcRecord, dmarcElsewhere, raisedDmarcRecord } from '../corrections/dmarc.ts'
import type { NextStep, StepItem } from './step.ts'
import { worst, type Checked } from './checked.ts'
import { headingOf } from './words.ts'

interface Deed {
  verb: string
  what: string
  items: StepItem[]
}

/** A logo is announced, and something keeps it from being shown, or DMARC from working. */
export function repairLogo(checked: Checked): NextStep | null {
  const cause = worst(checked, ['dmarc.', 'bimi.'], 'error')
  if (cause === null) return null
  const dmarc = dmarcDeeds(checked)
  // Where DMARC has faults that no text resolves, they come first.
  if (dmarc.length === 0 && needsDmarc(checked)) return null
  const deeds = [...dmarc, ...bimiDeeds(checked)]
  if (deeds.length === 0) return null
  const both = dmarc.length > 0 && deeds.length > dmarc.length
  const order = both ? ' Mailboxes look at DMARC first, so it comes first.' : ''
  return {
    kind: 'fix',
    heading: headingOf(deeds),
    why: `${cause.words.title}. ${cause.words.why}${order}`,
    items: deeds.flatMap(({ items }) => items),
  }
}

/** No DMARC at all, or a record that receivers read in different ways. */
export function repairDmarc(checked: Checked): NextStep | null {
  const cause = worst(checked, ['dmarc.'])
  const record = cause === null ? null : correctDmarcRecord(checked.facts)
  if (cause === null || record === null) return null
  const deed = recordDeed(record, 'the DMARC record')
  return {
    kind: record.old === null ? 'start' : 'fix',
    heading: headingOf([deed]),
    why: `${cause.words.title}. ${cause.words.why}`,
    items: deed.items,
  }
}

/** What BIMI and DMARC hang on and could not be learned. */
export function lookAgainForLogo({ facts }: Checked): NextStep | null {
  const { bimiTxt, bimiOrgTxt, dmarcTxt, dmarcAbove, indicator, evidence } = facts
  const [first] = [bimiTxt, bimiOrgTxt, dmarcTxt, dmarcAbove, indicator, evidence].flatMap(
    (fact) => (fact === undefined ? [] : failuresIn(fact)),
  )
  if (first === undefined) return null
  const { name } = first.source
  const isFile = name.includes('://')
  const what = isFile ? `\`${name}\` could not be fetched` : `\`${name}\` could not be looked up`
  return {
    kind: 'learn',
    heading: isFile ? 'Fetch the files of the BIMI record again' : `Look up \`${name}\` again`,
    why: `${what}. That says nothing about the domain.`,
    items: [{ title: 'Try again in a moment.', action: 'retry' }],
  }
}

const isDmarc = ({ id }: Finding): boolean => /^(?:dmarc\.|bimi\.dmarc\.)/.test(id)

function needsDmarc({ findings }: Checked): boolean {
  return findings.some((finding) => isDmarc(finding) && finding.words.severity === 'error')
}

function dmarcDeeds(checked: Checked): Deed[] {
  if (!needsDmarc(checked)) return []
  const { facts } = checked
  const raised = raisedDmarcRecord(facts)
  if (raised !== null) return [raiseDeed(raised)]
  const record = correctDmarcRecord(facts)
  if (record === null) return []
  const remove = record.old === null ? dmarcElsewhere(facts) : []
  return [recordDeed(record, 'the DMARC record', remove)]
}

function raiseDeed(record: CorrectedText): Deed {
  return {
    verb: 'raise',
    what: 'the DMARC policy',
    items: [
      {
        title:
          'Read the DMARC reports of two or three weeks. Go on when all services that send mail for you pass.',
      },
      replaceItem(record),
    ],
  }
}

function bimiDeeds(checked: Checked): Deed[] {
  if (worst(checked, ['bimi.record.'], 'error') === null) return []
  const record = correctBimiRecord(checked.facts)
  if (record === null) return []
  const remove = record.old === null ? bimiElsewhere(checked.facts) : []
  return [recordDeed(record, 'the BIMI record', remove)]
}

function recordDeed(record: CorrectedText, what: string, remove: StepItem['remove'] = []): Deed {
  if (record.old !== null) return { verb: 'replace', what, items: [replaceItem(record)] }
  const isMoved = remove.length > 0
  return {
    verb: isMoved ? 'move' : 'publish',
    what,
    items: [
      { title: `Publish this TXT record at \`${record.where}\`.`, text: record },
      ...(isMoved ? [{ title: 'Delete it at the wrong name.', remove }] : []),
    ],
  }
}

function replaceItem(record: CorrectedText): StepItem {
  return {
    title: `Replace the TXT record at \`${record.where}\`. Do not add it beside the old one.`,
    text: record,
  }
}
