import { cloneDrawing, type Drawing } from '../edit/element.ts'
import { editable } from '../edit/editable.ts'
import { writeDrawing } from '../edit/write.ts'
import { readLogo, type Logo } from '../logo.ts'
import type { Change, Fix, Obstacle, RepairOptions } from './fix.ts'
import { FIXES } from './list.ts'

/** One repair that found something to do, with the drawing before and after it. */
export interface Step {
  fix: Fix
  changes: Change[]
  /** The whole file after this step. */
  text: string
}

export interface Repair {
  /** The repaired file. */
  text: string
  /** The last state that must look like what was read: before margins, backgrounds and what was given up by consent. */
  faithful: string
  steps: Step[]
  obstacles: Obstacle[]
  /** By our validator, which has read the text anew. */
  schemaValid: boolean
}

/** Every repair in its order, but those that are switched off. Null for what could not be read as a drawing. */
export function repairLogo(
  logo: Logo,
  options: RepairOptions,
  fixes: readonly Fix[] = FIXES,
): Repair | null {
  let drawing = editable(logo)
  if (drawing === null) return null
  const steps: Step[] = []
  const obstacles: Obstacle[] = []
  let text = logo.text
  let faithful = text
  let isOnPurpose = false
  for (const fix of fixes) {
    if (options.off.has(fix.id)) continue
    const copy: Drawing = cloneDrawing(drawing)
    const { changes, obstacles: found = [] } = fix.apply(copy, { options, logo })
    obstacles.push(...found)
    if (changes.length === 0) continue
    drawing = copy
    text = writeDrawing(drawing)
    steps.push({ fix, changes, text })
    isOnPurpose ||= fix.loss === 'margin' || fix.loss === 'look'
    if (!isOnPurpose) faithful = text
  }
  const { schemaValid } = readLogo(new TextEncoder().encode(text))
  return { text, faithful, steps, obstacles, schemaValid }
}
