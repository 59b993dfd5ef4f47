import type { Fix } from './fix.ts'
import { profile } from './profile.ts'

/**
 * In the order of running: what is only text, then structure, style, paint and geometry; then what is no more than
 * clean; and last what changes the look on purpose, so that everything before it can be held against the original.
 */
export const FIXES: readonly Fix[] = [profile]
