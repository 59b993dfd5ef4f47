import { arcs } from './arcs.ts'
import { aspect } from './aspect.ts'
import { background } from './background.ts'
import { blend } from './blend.ts'
import { clipPaths } from './clip-paths.ts'
import { colors } from './colors.ts'
import { comments } from './comments.ts'
import { definitions } from './definitions.ts'
import { description } from './description.ts'
import { enums } from './enums.ts'
import { filters } from './filters.ts'
import type { Fix } from './fix.ts'
import { fontWeight } from './font-weight.ts'
import { foreign } from './foreign.ts'
import { giveUp } from './give-up.ts'
import { gradientFocus } from './gradient-focus.ts'
import { gradientLinks } from './gradient-links.ts'
import { gradientSpread } from './gradient-spread.ts'
import { gradientTransforms } from './gradient-transforms.ts'
import { hidden } from './hidden.ts'
import { ids } from './ids.ts'
import { inert } from './inert.ts'
import { inheritedValues } from './inherited-values.ts'
import { leftStyle } from './left-style.ts'
import { link } from './link.ts'
import { markers } from './markers.ts'
import { masks } from './masks.ts'
import { namespaces } from './namespaces.ts'
import { nestedSvg } from './nested-svg.ts'
import { nestedWords } from './nested-words.ts'
import { obstacles } from './obstacles.ts'
import { opacity } from './opacity.ts'
import { paintOrder } from './paint-order.ts'
import { patterns } from './patterns.ts'
import { plainXml } from './plain-xml.ts'
import { profile } from './profile.ts'
import { references } from './references.ts'
import { renderingHints } from './rendering-hints.ts'
import { scripts } from './scripts.ts'
import { shrink } from './shrink.ts'
import { square } from './square.ts'
import { strayText } from './stray-text.ts'
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
  strayText,
  references,
  units,
  text,
  fontWeight,
  transformOrigin,
  colors,
  // Paint and geometry: what was agreed to goes first, so that it does not stand in the way.
  giveUp,
  filters,
  blend,
  paintOrder,
  markers,
  patterns,
  gradientLinks,
  gradientSpread,
  gradientFocus,
  gradientTransforms,
  masks,
  clipPaths,
  opacity,
  definitions,
  obstacles,
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
  leftStyle,
  namespaces,
  profile,
  arcs,
  // Size: before what is on purpose, so that it is held against the original too.
  shrink,
  // Room and background.
  square,
  background,
]

/** What is off until somebody asks for it. */
export const OFF_AT_FIRST: ReadonlySet<string> = new Set(
  FIXES.filter(({ isOptional }) => isOptional === true).map(({ id }) => id),
)
