/** What the page and the worker say to each other. Plain data: it is copied from one to the other. */
import type { Pixels } from '../svg/compare/pixels.ts'
import type { RepairAnswer, RepairRequest } from './jobs.ts'

export interface Wanted {
  svg: string
  /** The longer side, in pixels. */
  size: number
  /** `#rrggbb`. */
  background: string
}

export type ToWorker =
  | { kind: 'repair'; request: RepairRequest }
  /** The answer to a question of the worker's: only the page can draw. Null: nothing of it can be drawn. */
  | { kind: 'drawn'; question: number; pixels: Pixels | null }

export type FromWorker =
  /** All its code is there. */
  | { kind: 'ready' }
  | { kind: 'draw'; question: number; wanted: Wanted }
  | { kind: 'repaired'; answer: RepairAnswer }
  | { kind: 'failed'; detail: string }
