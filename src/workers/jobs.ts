/** What a worker does: ordinary functions, tested without one. */
import type { Change, Fix, Loss, Obstacle, RepairOptions } from '../svg/fixes/fix.ts'
import { FIXES } from '../svg/fixes/list.ts'
import { editable } from '../svg/edit/editable.ts'
import { readLogo, type Logo } from '../svg/logo.ts'
import { verifiedRepair, type Render } from '../svg/verify.ts'

export interface RepairRequest {
  bytes: Uint8Array
  options: RepairOptions
}

/** A repair without its code. */
export interface FixName {
  id: string
  title: string
  loss: Loss
  isOptional: boolean
}

/** One that is switched off may find something all the same. */
export interface KnownFix extends FixName {
  finds: boolean
}

export interface RepairStep extends FixName {
  changes: Change[]
}

export interface RepairAnswer {
  text: string
  schemaValid: boolean
  /** Were both drawn, and do they look alike in every size and on every background? */
  same: boolean
  /** Valid and the same. */
  isFixed: boolean
  /** In how many ways both were drawn and compared. */
  views: number
  /** The longer side of the largest of them, in pixels. */
  largestView: number
  steps: RepairStep[]
  obstacles: Obstacle[]
  /** Repairs that were tried and left out, because they would have changed the look. */
  switchedOff: string[]
  /** Every repair there is, in its order. */
  fixes: KnownFix[]
}

export async function repairJob(
  { bytes, options }: RepairRequest,
  render: Render,
): Promise<RepairAnswer> {
  const logo = readLogo(bytes)
  const repair = await verifiedRepair(logo, options, render)
  const repaired = readLogo(new TextEncoder().encode(repair.text))
  const { text, schemaValid, same, isFixed, obstacles, switchedOff } = repair
  return {
    text,
    schemaValid,
    same,
    isFixed,
    views: repair.views.length,
    largestView: Math.max(0, ...repair.views.map(({ size }) => size)),
    steps: repair.steps.map(({ fix, changes }) => ({ ...nameOf(fix), changes })),
    obstacles,
    switchedOff,
    fixes: FIXES.map((fix) => ({
      ...nameOf(fix),
      finds: options.off.has(fix.id) && findsSomething(fix, repaired, options),
    })),
  }
}

/** In the file as the others have left it. */
function findsSomething(fix: Fix, logo: Logo, options: RepairOptions): boolean {
  const drawing = editable(logo)
  return drawing !== null && fix.apply(drawing, { options, logo }).changes.length > 0
}

function nameOf({ id, title, loss, isOptional = false }: Fix): FixName {
  return { id, title, loss, isOptional }
}
