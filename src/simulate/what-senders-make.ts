import { valueOf } from '../facts/fact.ts'
import type { FactSet } from '../facts/fact-set.ts'
import { chasquid } from './senders/chasquid.ts'
import { goMtasts } from './senders/go-mtasts.ts'
import { mailauth } from './senders/mailauth.ts'
import { mox } from './senders/mox.ts'
import { postfixMtaStsResolver } from './senders/postfix-mta-sts-resolver.ts'
import { postfixTlspol } from './senders/postfix-tlspol.ts'
import type { Judgement, Sender } from './senders/sender.ts'
import { stalwart } from './senders/stalwart.ts'
import { gmail, microsoft365, yahoo } from './senders/unread.ts'

/** Those whose code was read first, then those that nobody outside can read. */
export const SENDERS: readonly Sender[] = [
  postfixMtaStsResolver,
  postfixTlspol,
  mox,
  stalwart,
  goMtasts,
  chasquid,
  mailauth,
  gmail,
  microsoft365,
  yahoo,
]

/** One row of the table: a sender and what it makes of this domain. */
export interface SenderRow extends Omit<Sender, 'judge'>, Judgement {
  /** It parts from what a strictly conforming sender does, with the record, the file or how long the file is kept. */
  differs: boolean
}

export interface SenderTable {
  /** What a strictly conforming sender does; null where that could not be learnt. */
  strict: { usesRecord: boolean | null; acceptsPolicy: boolean | null }
  rows: SenderRow[]
}

export function whatSendersMake(facts: FactSet): SenderTable {
  const strict = { usesRecord: usesRecord(facts), acceptsPolicy: acceptsPolicy(facts) }
  const maxAge = valueOf(facts.mtaStsPolicy)?.value?.maxAge
  const rows = SENDERS.map(({ judge, ...sender }) => {
    const judgement = judge(facts)
    const { record, policy } = judgement
    const differs =
      (strict.usesRecord !== null && record.verdict === parting('uses', strict.usesRecord)) ||
      (strict.acceptsPolicy !== null &&
        policy.verdict === parting('accepts', strict.acceptsPolicy)) ||
      (strict.acceptsPolicy === true && policy.effect !== null && policy.effect.maxAge !== maxAge)
    return { ...sender, ...judgement, differs }
  })
  return { strict, rows }
}

/** The verdict that parts from the strict one. */
function parting(word: 'uses' | 'accepts', strict: boolean): string {
  if (!strict) return word
  return word === 'uses' ? 'does not use' : 'rejects'
}

function usesRecord({ mtaStsRecord: fact }: FactSet): boolean | null {
  if (fact === undefined || fact.state === 'failed') return null
  return (valueOf(fact)?.usable ?? null) !== null
}

/** Status 200 from a trusted host, and a text that fits the grammar (RFC 8461 sections 3.2 and 3.3). */
function acceptsPolicy({ policyAnswer, policyTls, mtaStsPolicy }: FactSet): boolean | null {
  if (policyAnswer === undefined || policyAnswer.state === 'failed') return null
  if (valueOf(policyTls)?.trusted === false) return false
  return valueOf(policyAnswer)?.status === 200 && (valueOf(mtaStsPolicy)?.value ?? null) !== null
}
