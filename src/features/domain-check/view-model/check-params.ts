import { readDomainInput, type InputResult } from '../../../protocols/dns/domain-input.ts'

/** What the page's address asks for. All of it comes from outside. */
export interface CheckParams {
  /** As it stands in the address; null when no domain is asked for. */
  typed: string | null
  /** Of the assertion record; null for `default`. It never falls back. */
  selector: string | null
  /** The visitor says that the domain only sends mail. */
  sendsOnly: boolean
  /** Prefixes such as `mta-sts.` are not taken off: the undo. */
  asTyped: boolean
}

/** More than any name, address or URL that could hold one. */
const LONGEST = 4096
/** More than a name can hold. */
const LONGEST_SELECTOR = 300

export function readCheckParams(search: URLSearchParams): CheckParams {
  const typed = search.get('domain')
  return {
    typed: typed === null || typed.trim() === '' ? null : typed.slice(0, LONGEST),
    selector: search.get('selector')?.trim().slice(0, LONGEST_SELECTOR) || null,
    sendsOnly: search.get('sends-only') === '1',
    asTyped: search.get('as-typed') === '1',
  }
}

export function readSubject({
  typed,
  asTyped,
}: Pick<CheckParams, 'typed' | 'asTyped'>): InputResult | null {
  return typed === null ? null : readDomainInput(typed, { asTyped })
}

/** The address of a check: `/check?domain=example.com`. */
export function checkAddress(params: Partial<CheckParams>): string {
  const search = new URLSearchParams({ domain: params.typed ?? '' })
  if (typeof params.selector === 'string') search.set('selector', params.selector)
  if (params.sendsOnly === true) search.set('sends-only', '1')
  if (params.asTyped === true) search.set('as-typed', '1')
  return `/check?${search}`
}
