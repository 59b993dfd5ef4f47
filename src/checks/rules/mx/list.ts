import type { Rule } from '../../rule.ts'
import { mxHost } from './host.ts'
import { mxName } from './name.ts'
import { nullDmarc } from './null-dmarc.ts'
import { nullMx } from './null-mx.ts'
import { nullSending } from './null-sending.ts'
import { mxPresence } from './presence.ts'
import { mxSet } from './set.ts'

export const MX_RULES: readonly Rule[] = [
  mxPresence,
  nullMx,
  nullSending,
  nullDmarc,
  mxName,
  mxHost,
  mxSet,
]
