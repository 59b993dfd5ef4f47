import type { Change, Loss } from '../../../svg/fixes/fix.ts'
import type { RepairStep } from '../../../workers/jobs.ts'
import { listed } from '../../../ui/count.ts'

/** What a repair changed in the look. A square that only needed its size in pixels got no margin. */
export function lossIn(loss: Loss, changes: readonly Change[]): Loss {
  if (loss !== 'margin' || changes.length === 0) return loss
  return changes.some(({ after }) => after?.startsWith('viewBox=') === true) ? 'margin' : 'lossless'
}

/** "margin and background": what was changed on purpose, and so after the two were compared; empty for nothing. */
export function onPurpose(steps: readonly RepairStep[]): string {
  const names = steps.flatMap(({ id, loss, changes }) => {
    const seen = lossIn(loss, changes)
    if (seen === 'margin') return ['margin']
    if (seen !== 'look') return []
    return [id === 'give-up' ? 'what you gave up' : 'background']
  })
  return listed([...new Set(names)])
}
