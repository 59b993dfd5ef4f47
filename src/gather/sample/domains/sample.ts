import type { World } from '../world.ts'

export interface Sample {
  domain: string
  /** Of the assertion record that is worth a look, where it is not the default one. */
  selector?: string
  /** What one sees there, for the start page. */
  sentence: string
  world: World
}
