/**
 * Repair that is held against the original. Both are drawn and compared; where a person would see a difference, the
 * repair that made it is switched off, and the rest is tried again. The renderer is given: a canvas in a page, a library
 * in Node.
 */
import { comparePixels } from './compare/compare.ts'
import { layoutOf, type Layout } from './compare/frame.ts'
import {
  compareAll,
  draw,
  drawAll,
  isBlank,
  VIEWS,
  type Render,
  type View,
  type ViewDifference,
} from './compare/look.ts'
import { marginTrouble } from './compare/margin.ts'
import {
  BLANK,
  NO_FONTS,
  TOO_HEAVY,
  TOO_MANY,
  undrawable,
  UNREADABLE,
  type Reason,
} from './compare/obstacles.ts'
import type { Pixels } from './compare/pixels.ts'
import { canDrawText, sameTexts } from './compare/text.ts'
import { isTooHeavy, MOST_ELEMENTS } from './compare/weight.ts'
import { editable } from './edit/editable.ts'
import { everyElement, type Drawing } from './edit/element.ts'
import type { Obstacle, RepairOptions } from './fixes/fix.ts'
import { repairLogo, type Repair, type Step } from './fixes/repair.ts'
import { readLogo, type Logo } from './logo.ts'
import { elementsIn } from './tree.ts'

export type { Render } from './compare/look.ts'

export interface VerifiedRepair extends Repair {
  /** Were both drawn, and do they look alike in every view? */
  same: boolean
  /** Valid and the same: only then may it be called fixed. */
  isFixed: boolean
  /** The largest difference of a channel in any view, noise included: 0 to 255. */
  largest: number
  /** The numbers by size and background; empty when nothing had to be drawn, or nothing could. */
  views: ViewDifference[]
  /** Repairs that were tried and switched off, because they changed the look. */
  switchedOff: string[]
}

type RepairBy = (logo: Logo, options: RepairOptions) => Repair | null

/** How often something is switched off and all tried again. */
const MOST_TRIES = 10

export async function verifiedRepair(
  logo: Logo,
  options: RepairOptions,
  render: Render,
  repair: RepairBy = repairLogo,
  views: readonly View[] = VIEWS,
): Promise<VerifiedRepair> {
  const original = editable(logo)
  // Dozens of repairs would each go through all of them.
  if (original !== null && everyElement(original.root).length > MOST_ELEMENTS)
    return unverified(untouched(logo), TOO_MANY)
  const first = repair(logo, options)
  if (original === null || first === null) return unverified(untouched(logo), UNREADABLE)
  if (first.steps.length === 0) return verdict(first, true)
  if (isTooHeavy(original.root)) return unverified(first, TOO_HEAVY)
  const comparison = new Comparison(original, render, views)
  const tried: string[] = []
  const found: Obstacle[] = []
  let result: Repair | null = first
  for (let tries = 0; result !== null && tries < MOST_TRIES; tries += 1) {
    const answer = await comparison.judge(result)
    const obstacles = [...result.obstacles, ...found]
    if ('reason' in answer) return unverified({ ...result, obstacles }, answer.reason)
    if ('same' in answer) return verdict({ ...result, obstacles }, true, answer.same, tried)
    tried.push(answer.step.fix.id)
    found.push(switchedOff(answer, logo))
    result = repair(logo, { ...options, off: new Set([...options.off, ...tried]) })
  }
  return verdict({ ...untouched(logo), obstacles: found }, false, [], tried)
}

/** Cannot be compared; the same in every view; or not the same, and a step is at fault. */
type Answer = { reason: Reason } | { same: ViewDifference[] } | Blame

interface Blame {
  step: Step
  view: ViewDifference
  why?: string
}

class Comparison {
  private known: Pixels[] = []
  private readonly original: Drawing
  private readonly render: Render
  private readonly views: readonly View[]

  constructor(original: Drawing, render: Render, views: readonly View[]) {
    this.original = original
    this.render = render
    this.views = views
  }

  async judge(result: Repair): Promise<Answer> {
    try {
      return await this.compare(result)
    } catch (error) {
      return { reason: undrawable(error) }
    }
  }

  /** What follows a change on purpose is held against the state right after it. */
  private async compare({ steps }: Repair): Promise<Answer> {
    let before = this.original
    let differences: ViewDifference[] = []
    for (const { kept, onPurpose } of stagesOf(steps)) {
      const answer = await this.compareKept(before, kept)
      if (!('same' in answer)) return answer
      differences = worseOf(differences, answer.same)
      before = drawingOf(kept.at(-1)?.text) ?? before
      if (onPurpose === null) break
      const after = drawingOf(onPurpose.text)
      if (after === null) return { reason: UNREADABLE }
      // A margin may add nothing except room.
      const trouble =
        onPurpose.fix.loss === 'margin'
          ? await marginTrouble(before, after, this.views, this.render)
          : null
      if (trouble !== null) return { step: onPurpose, ...trouble }
      before = after
    }
    return { same: differences }
  }

  private async compareKept(before: Drawing, kept: readonly Step[]): Promise<Answer> {
    const last = kept.at(-1)
    if (last === undefined) return { same: [] }
    const after = drawingOf(last.text)
    if (after === null) return { reason: UNREADABLE }
    const { render, views } = this
    const like = layoutOf(before.root) ?? layoutOf(after.root)
    const shots = await this.shotsOf(before, like)
    if (before === this.original && isBlank(shots)) return { reason: BLANK }
    const differences = compareAll(views, shots, await drawAll(after, views, render, like))
    const [worst] = differences
      .filter(({ difference }) => difference.isVisible)
      .sort((a, b) => b.difference.share - a.difference.share)
    if (worst !== undefined) {
      const at = differences.indexOf(worst)
      const step = await this.culprit(kept, worst, shots[at], like)
      return { step: step ?? last, view: worst }
    }
    if (!sameTexts(before, after) && !(await canDrawText(render))) return { reason: NO_FONTS }
    return { same: differences }
  }

  private async shotsOf(before: Drawing, like: Layout | null): Promise<Pixels[]> {
    const isKnown = before === this.original && this.known.length > 0
    const shots = isKnown ? this.known : await drawAll(before, this.views, this.render, like)
    if (before === this.original) this.known = shots
    return shots
  }

  /** The step after the last state that still looked like the one before all. */
  private async culprit(
    kept: readonly Step[],
    view: View,
    before: Pixels | undefined,
    like: Layout | null,
  ): Promise<Step | undefined> {
    for (let i = kept.length - 1; i > 0; i -= 1) {
      const earlier = drawingOf(kept[i - 1]?.text)
      if (earlier === null || before === undefined) continue
      const then = await draw(earlier, view, this.render, like)
      if (!comparePixels(before, then).isVisible) return kept[i]
    }
    return kept[0]
  }
}

interface Stage {
  /** Steps that must not be seen. */
  kept: Step[]
  /** The one after them that is meant to be seen; null at the end. */
  onPurpose: Step | null
}

function stagesOf(steps: readonly Step[]): Stage[] {
  const stages: Stage[] = []
  let kept: Step[] = []
  for (const step of steps) {
    const { loss } = step.fix
    if (loss !== 'margin' && loss !== 'look') kept.push(step)
    else {
      stages.push({ kept, onPurpose: step })
      kept = []
    }
  }
  return [...stages, { kept, onPurpose: null }]
}

/** View by view the larger difference of two stages. */
function worseOf(a: ViewDifference[], b: ViewDifference[]): ViewDifference[] {
  if (a.length !== b.length) return a.length > b.length ? a : b
  return a.map((one, i) => {
    const other = b[i] ?? one
    return other.difference.largest > one.difference.largest ? other : one
  })
}

function switchedOff({ step, view, why }: Blame, { root }: Logo): Obstacle {
  const { fix, changes } = step
  const origin = changes.find((change) => change.origin !== null)?.origin ?? null
  const element =
    root === null || origin === null
      ? undefined
      : elementsIn(root).find(({ start }) => start === origin.start)
  const percent = Math.max(0.1, view.difference.share * 100).toFixed(1)
  return {
    element: element?.name ?? 'svg',
    why:
      why ??
      `“${fix.title}” would change ${percent} % of the pixels at ${view.size} px, so it was not done`,
    advice:
      'Simplify this part in the program that it was drawn with, export the logo again, and compare.',
    origin,
  }
}

function verdict(
  repair: Repair,
  same: boolean,
  views: ViewDifference[] = [],
  switchedOff: string[] = [],
): VerifiedRepair {
  const largest = Math.max(0, ...views.map(({ difference }) => difference.largest))
  const isFixed = repair.schemaValid && same
  return { ...repair, same, isFixed, largest, views, switchedOff }
}

function unverified(repair: Repair, reason: Reason): VerifiedRepair {
  const obstacles = [...repair.obstacles, { ...reason, origin: null }]
  return verdict({ ...repair, obstacles }, false)
}

function untouched({ text, schemaValid }: Logo): Repair {
  return { text, faithful: text, steps: [], obstacles: [], schemaValid }
}

function drawingOf(text: string | undefined): Drawing | null {
  return text === undefined ? null : editable(readLogo(new TextEncoder().encode(text)))
}
