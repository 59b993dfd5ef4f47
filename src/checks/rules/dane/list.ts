import type { Rule } from '../../rule.ts'
import { tlsaPresence } from './presence.ts'
import { tlsaRecordRule } from './record.ts'

export const DANE_RULES: readonly Rule[] = [tlsaPresence, tlsaRecordRule]
