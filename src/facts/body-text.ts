import { decodeBase64, decodeText } from '../protocols/text/utf8.ts'

/** The body of an answer as text. */
export function bodyText(answer: { body: string }): string {
  return decodeText(decodeBase64(answer.body) ?? new Uint8Array()).text
}
