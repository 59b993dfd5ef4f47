import { clipPaths } from './clip-paths.ts'
import { comments } from './comments.ts'
import type { Fix } from './fix.ts'
import { foreign } from './foreign.ts'
import { gradientLinks } from './gradient-links.ts'
import { gradientSpread } from './gradient-spread.ts'
import { gradientTransforms } from './gradient-transforms.ts'
import { hidden } from './hidden.ts'
import { link } from './link.ts'
import { masks } from './masks.ts'
import { namespaces } from './namespaces.ts'
import { nestedSvg } from './nested-svg.ts'
import { opacity } from './opacity.ts'
import { plainXml } from './plain-xml.ts'
import { profile } from './profile.ts'
import { references } from './references.ts'
import { scripts } from './scripts.ts'
import { style } from './style.ts'
import { switchElement } from './switch.ts'
import { unseen } from './unseen.ts'
import { use } from './use.ts'

/**
 * In the order of running: what is only text, then structure, style, paint and geometry; then what is no more than
 * clean; and last what changes the look on purpose, so that everything before it can be held against the original.
 */
export const FIXES: readonly Fix[] = [
  plainXml,
  comments,
  scripts,
  style,
  foreign,
  switchElement,
  link,
  use,
  nestedSvg,
  hidden,
  unseen,
  references,
  // Paint and geometry: markers, patterns, gradients, opacity, masks, clips.
  gradientLinks,
  gradientSpread,
  gradientTransforms,
  masks,
  clipPaths,
  opacity,
  // Cleaning.
  namespaces,
  profile,
  // Room and background.
  // Size.
]
