/** Elements of SVG that SVG Tiny PS has not, and what kind they are of. */
import { PROFILE } from './profile.ts'

export type ForbiddenKind =
  'script' | 'animation' | 'raster' | 'style' | 'foreign-object' | 'forbidden'

const KINDS: Record<string, ForbiddenKind> = {
  script: 'script',
  handler: 'script',
  listener: 'script',
  animate: 'animation',
  animateColor: 'animation',
  animateMotion: 'animation',
  animateTransform: 'animation',
  animation: 'animation',
  mpath: 'animation',
  set: 'animation',
  image: 'raster',
  feImage: 'raster',
  style: 'style',
  foreignObject: 'foreign-object',
}

/** They go and what they hold may stay, so what they hold is looked at. */
const UNWRAPPED = new Set(['a', 'switch', 'symbol', 'svg', 'clipPath', 'mask', 'pattern', 'marker'])

/** null for an element of the profile. */
export function forbiddenElement(local: string): ForbiddenKind | null {
  return PROFILE.has(local) ? null : (KINDS[local] ?? 'forbidden')
}

export function isUnwrapped(local: string): boolean {
  return UNWRAPPED.has(local)
}
