/** The built-in samples, in the order of the start page. */
import { brand } from './domains/brand.ts'
import { cached } from './domains/cached.ts'
import { modest } from './domains/modest.ts'
import { moved } from './domains/moved.ts'
import { nomail } from './domains/nomail.ts'
import { partial } from './domains/partial.ts'
import { ready } from './domains/ready.ts'
import type { Sample } from './domains/sample.ts'
import { sealed } from './domains/sealed.ts'
import { seasons } from './domains/seasons.ts'
import { silent } from './domains/silent.ts'
import { watching } from './domains/watching.ts'
import { zimbra } from './domains/zimbra.ts'
import { joinWorlds, type World } from './world.ts'

export const SAMPLES: readonly Sample[] = [
  sealed,
  ready,
  zimbra,
  moved,
  cached,
  brand,
  watching,
  partial,
  seasons,
  modest,
  nomail,
  silent,
]

/** Every other name under `.example` does not exist. */
export const SAMPLE_WORLD: World = joinWorlds(...SAMPLES.map(({ world }) => world))
