import { isSelectedDmarcRecord, parseDmarcRecord } from '../src/protocols/dmarc/record.ts'
import {
  organizationalDomain,
  walkNames,
  type WalkAnswer,
} from '../src/protocols/dmarc/tree-walk.ts'
import type { TxtLookup } from './lookup.ts'

/** The organizational domain by the tree walk of RFC 9989 section 4.10: at most eight questions, all at once. */
export async function organizationOf(
  domain: string,
  txt: TxtLookup,
  signal: AbortSignal,
): Promise<string> {
  const answer = async (name: string): Promise<WalkAnswer> => {
    // A top-level domain matters only where it says `psd=y`; that it was not heard is no reason to know nothing.
    const question = txt(`_dmarc.${name}`, signal)
    const records = await (name.includes('.') ? question : question.catch(() => []))
    const [only, ...others] = records.filter(({ text }) => isSelectedDmarcRecord(text))
    const record =
      only === undefined || others.length > 0 ? null : parseDmarcRecord(only.text).value
    return { name, record }
  }
  return organizationalDomain(await Promise.all(walkNames(domain).map(answer)))
}
