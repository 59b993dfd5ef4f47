import type { Rule } from '../../rule.ts'
import { cleaned } from './cleaned.ts'
import { international } from './international.ts'
import { name } from './name.ts'
import { refused } from './refused.ts'

/** What was typed, before anything is looked up. */
export const INPUT_RULES: readonly Rule[] = [refused, international, cleaned, name]
