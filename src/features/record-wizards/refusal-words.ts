import type { Refusal } from '../../protocols/dns/domain-input.ts'

/** Why a text is no domain, and what was expected. The check has the words; the route hands them over. */
export type RefusalWords = (refusal: Refusal) => { title: string; advice: string }
