import type { HttpAnswer } from '../../../protocols/http/answer.ts'
import { decodeBase64 } from '../../../protocols/text/utf8.ts'
import { readLogo } from '../../../svg/logo.ts'
import { countOf } from '../../../ui/count.ts'

export interface PublishedLogo {
  bytes: Uint8Array
  /** As the lab names it: the last part of its address. */
  name: string
  /** Does the schema of SVG Tiny PS allow it, and in words. */
  fits: boolean
  words: string
}

/** A logo as it was served, looked into; null for what cannot be decoded. */
export function publishedLogo({ url, body, truncated }: HttpAnswer): PublishedLogo | null {
  const bytes = decodeBase64(body)
  if (bytes === null) return null
  const { schemaValid, instead, faults } = readLogo(bytes)
  const name = new URL(url).pathname.split('/').at(-1) ?? ''
  const fits = schemaValid && !truncated
  const why =
    instead !== null
      ? `it is ${instead}`
      : faults.length > 0
        ? `there are ${countOf(faults.length, 'place')} that it does not allow`
        : 'its XML is not what a validator takes'
  const words = fits
    ? 'The schema of SVG Tiny PS allows this logo.'
    : truncated
      ? 'The file is too large to be looked into here.'
      : `The schema of SVG Tiny PS refuses this logo: ${why}.`
  return { bytes, name: name === '' ? 'logo.svg' : name, fits, words }
}
