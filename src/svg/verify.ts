/**
 * Repair that is held against the original. Both are drawn and compared; where a person would see a difference, the
 * repair that made it is switched off, and the rest is tried again. The renderer is given: a canvas in a page, a library
 * in Node.
 */
import { comparePixels } from './compare/compare.ts'
import { layoutOf } from './compare/frame.ts'
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
  undrawable,
  UNREADABLE,
  type Reason,
} from './compare/obstacles.ts'
import type { Pixels } from './compare/pixels.ts'
import { canDrawText, sameTexts } from './compare/text.ts'
import { isTooHeavy } from './compare/weight.ts'
import { editable } from './edit/editable.ts'
import type { Drawing } from './edit/element.ts'
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
  private before: Pixels[] = []
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

  private async compare(result: Repair): Promise<Answer> {
    const after = drawingOf(result.faithful)
    if (after === null) return { reason: UNREADABLE }
    const like = layoutOf(this.original.root) ?? layoutOf(after.root)
    const { render, views } = this
    if (this.before.length === 0) this.before = await drawAll(this.original, views, render, like)
    if (isBlank(this.before)) return { reason: BLANK }
    const differences = compareAll(views, this.before, await drawAll(after, views, render, like))
    const [view] = differences
      .filter(({ difference }) => difference.isVisible)
      .sort((a, b) => b.difference.share - a.difference.share)
    if (view !== undefined) return this.blame(result, view)
    if (!sameTexts(this.original, after) && !(await canDrawText(render)))
      return { reason: NO_FONTS }
    return (await this.margins(result)) ?? { same: differences }
  }

  /** The step after the last state that still looked like the original. */
  private async blame(result: Repair, view: ViewDifference): Promise<Answer> {
    const steps = faithfulSteps(result)
    const at = this.views.findIndex(
      ({ size, background }) => size === view.size && background === view.background,
    )
    for (let i = steps.length - 1; i > 0; i -= 1) {
      const [step, earlier] = [steps[i], steps[i - 1]]
      if (step !== undefined && (await this.isSame(earlier?.text ?? '', view, this.before[at])))
        return { step, view }
    }
    const [step] = steps
    return step === undefined ? { reason: UNREADABLE } : { step, view }
  }

  private async isSame(text: string, view: View, before: Pixels | undefined): Promise<boolean> {
    const drawing = drawingOf(text)
    if (drawing === null || before === undefined) return false
    const like = layoutOf(this.original.root) ?? layoutOf(drawing.root)
    return !comparePixels(before, await draw(drawing, view, this.render, like)).isVisible
  }

  /** What comes after the faithful state is on purpose, but a margin may add nothing except room. */
  private async margins(result: Repair): Promise<Blame | null> {
    let before = drawingOf(result.faithful)
    for (const step of result.steps.slice(faithfulSteps(result).length)) {
      const after = drawingOf(step.text)
      if (before === null || after === null) return null
      if (step.fix.loss === 'margin') {
        const trouble = await marginTrouble(before, after, this.views, this.render)
        if (trouble !== null) return { step, ...trouble }
      }
      before = after
    }
    return null
  }
}

function faithfulSteps({ steps, faithful }: Repair): Step[] {
  return steps.slice(0, steps.findLastIndex(({ text }) => text === faithful) + 1)
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

function drawingOf(text: string): Drawing | null {
  return editable(readLogo(new TextEncoder().encode(text)))
}
