import type { World } from '../world.ts'

export interface Sample {
  domain: string
  /** What one sees there, for the start page. */
  sentence: string
  world: World
}
