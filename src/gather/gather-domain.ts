/** All facts about a domain, as one flow: each is asked for as soon as those that it waits for are there. */
import { failed, found, type Fact } from '../facts/fact.ts'
import type { RawFacts, RawFactSet } from '../facts/fact-set.ts'
import { DOMAIN_PLAN } from './domain-plan.ts'
import { bimiQuestion } from './plan/assertion.ts'
import type { CheckSubject, FactPlan } from './plan.ts'
import type { Sources } from './sources.ts'

export interface GatherOptions {
  signal?: AbortSignal
  /** Called for each fact as it arrives. */
  onFact?: (name: keyof RawFacts, fact: Fact<unknown>) => void
  /** In place of the whole plan. */
  plan?: readonly FactPlan[]
}

/** Never rejects: when given up, what was still open is `failed`, and what waited for it is not asked. */
export async function gatherDomain(
  subject: CheckSubject,
  sources: Sources,
  { signal, onFact, plan = DOMAIN_PLAN }: GatherOptions = {},
): Promise<RawFactSet> {
  const known: RawFactSet = {
    now: found(sources.now(), { name: 'clock', via: 'derived' }),
    subject: found(subject, { name: subject.domain, via: 'typed' }),
    bimiQuestion: bimiQuestion(subject),
  }
  const running = new Map<keyof RawFacts, Promise<void>>()

  function start(entry: FactPlan): Promise<void> {
    const earlier = plan.filter(({ name }) => entry.after.includes(name)).map(begin)
    return Promise.all(earlier).then(() => ask(entry))
  }

  function begin(entry: FactPlan): Promise<void> {
    const begun = running.get(entry.name) ?? start(entry)
    running.set(entry.name, begun)
    return begun
  }

  async function ask(entry: FactPlan): Promise<void> {
    const before = Object.fromEntries(entry.after.map((name) => [name, known[name]])) as RawFactSet
    if (entry.when?.(before, subject) === false) return
    const fact = await gather(entry, before)
    Object.assign(known, { [entry.name]: fact })
    onFact?.(entry.name, fact)
  }

  async function gather(entry: FactPlan, before: RawFactSet): Promise<Fact<unknown>> {
    try {
      return await entry.gather(subject, before, sources, signal)
    } catch (error) {
      // Sources do not throw; whoever does so all the same must not take the other facts along.
      return failed('interrupted', String(error), { name: subject.domain, via: 'derived' })
    }
  }

  await Promise.all(plan.map(begin))
  return known
}
