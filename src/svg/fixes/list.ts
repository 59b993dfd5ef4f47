import { aspect } from './aspect.ts'
import { clipPaths } from './clip-paths.ts'
import { colors } from './colors.ts'
import { comments } from './comments.ts'
import { description } from './description.ts'
import { enums } from './enums.ts'
import type { Fix } from './fix.ts'
import { fontWeight } from './font-weight.ts'
import { foreign } from './foreign.ts'
import { gradientFocus } from './gradient-focus.ts'
import { gradientLinks } from './gradient-links.ts'
import { gradientSpread } from './gradient-spread.ts'
import { gradientTransforms } from './gradient-transforms.ts'
import { hidden } from './hidden.ts'
import { ids } from './ids.ts'
import { inert } from './inert.ts'
import { inheritedValues } from './inherited-values.ts'
import { link } from './link.ts'
import { masks } from './masks.ts'
import { namespaces } from './namespaces.ts'
import { nestedSvg } from './nested-svg.ts'
import { nestedWords } from './nested-words.ts'
import { opacity } from './opacity.ts'
import { plainXml } from './plain-xml.ts'
import { profile } from './profile.ts'
import { references } from './references.ts'
import { renderingHints } from './rendering-hints.ts'
import { scripts } from './scripts.ts'
import { shrink } from './shrink.ts'
import { style } from './style.ts'
import { switchElement } from './switch.ts'
import { text } from './text.ts'
import { titleWords } from './title-words.ts'
import { title } from './title.ts'
import { transformOrigin } from './transform-origin.ts'
import { units } from './units.ts'
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
  text,
  fontWeight,
  transformOrigin,
  colors,
  units,
  // Paint and geometry: markers, patterns, gradients, opacity, masks, clips.
  gradientLinks,
  gradientSpread,
  gradientFocus,
  gradientTransforms,
  masks,
  clipPaths,
  opacity,
  // Cleaning.
  renderingHints,
  inheritedValues,
  enums,
  ids,
  inert,
  aspect,
  title,
  titleWords,
  nestedWords,
  description,
  namespaces,
  profile,
  // Size: before what is on purpose, so that it is held against the original too.
  shrink,
  // Room and background.
]
