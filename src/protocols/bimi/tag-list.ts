/**
 * The tags behind the version of an assertion record: a tag-list of RFC 6376 section 3.2, whose names are
 * case-sensitive.
 */
import { trimmed, type Taken } from '../text/cursor.ts'
import { escapeIn, nonAsciiIn } from '../text/fields.ts'
import { problem, type BimiProblem } from './problem.ts'

export interface Tag {
  name: Taken
  value: Taken
  whole: Taken
}

/** Everything that is no tag is added to the problems. */
export function tagsOf(given: string, from: number, problems: BimiProblem[]): Tag[] {
  const text = unfolded(given)
  const tags: Tag[] = []
  let start = text.indexOf(';', from) + 1
  if (start === 0) return tags
  while (start <= text.length) {
    const end = endOfTag(text, start)
    const semicolon = end < text.length ? end : -1
    const whole = trimmed({ text: text.slice(start, end), start, end })
    if (whole.text !== '') tags.push(...toTag(whole, problems))
    else if (semicolon >= 0)
      problems.push(problem('trailing-junk', { text: ';', start: end, end: end + 1 }))
    if (semicolon < 0) {
      const isDoubled = problems.at(-1)?.span.end === start
      if (whole.text === '' && tags.length > 0 && !isDoubled)
        problems.push(problem('semicolon-end', { text: ';', start: start - 1, end: start }))
      break
    }
    start = end + 1
  }
  return tags
}

/** bimi-uri = [FWS] URI [FWS]; FWS = [*WSP CRLF] 1*WSP (RFC 5322 section 3.2.2): a line end there is as good as blanks. */
function unfolded(text: string): string {
  if (!text.includes('\r\n')) return text
  const blanks = (fold: string) => ' '.repeat(fold.length)
  const isUri = (at: number) => /^;[ \t]*[la][ \t]*=/.test(text.slice(text.lastIndexOf(';', at)))
  return text
    .replace(
      /(;[ \t]*[la][ \t]*=)([ \t]*\r\n[ \t]+)/g,
      (_, tag: string, fold: string) => tag + blanks(fold),
    )
    .replace(/\r\n[ \t]+(?=;|$)/g, (fold: string, at: number) => (isUri(at) ? blanks(fold) : fold))
}

/** The semicolons of a `data:` URI part no tags: one thing is wrong with it, its scheme. */
function endOfTag(text: string, start: number): number {
  const isData = /^[ \t]*[la][ \t]*=[ \t]*data:/i.test(text.slice(start, start + 100))
  let end = text.indexOf(';', start)
  if (isData) while (end >= 0 && !opensTag(text.slice(end + 1))) end = text.indexOf(';', end + 1)
  return end < 0 ? text.length : end
}

function opensTag(rest: string): boolean {
  return /^[ \t]*(?:$|(?:l|a|avp|lps)[ \t]*=)/.test(rest)
}

/** tag-spec = [FWS] tag-name [FWS] "=" [FWS] tag-value [FWS] (RFC 6376 section 3.2); the most specific problem only. */
function toTag(whole: Taken, problems: BimiProblem[]): Tag[] {
  const shifted = (taken: Taken) => ({
    ...taken,
    start: taken.start + whole.start,
    end: taken.end + whole.start,
  })
  const strange = nonAsciiIn(whole.text)
  const match = /^([A-Za-z][A-Za-z0-9_]*)[ \t]*=[ \t]*(.*)$/s.exec(whole.text)
  if (strange !== null) problems.push(problem('non-ascii', shifted(strange)))
  else if (match === null) {
    const escape = escapeIn(whole.text)
    if (escape !== null) problems.push(problem('escaped', shifted(escape)))
    else problems.push(problem(/^[la]\s*:/i.test(whole.text) ? 'syntax' : 'bad-field', whole))
  }
  if (match === null) return []
  const [, name = '', value = ''] = match
  const tag = {
    whole,
    name: { text: name, start: whole.start, end: whole.start + name.length },
    value: { text: value, start: whole.end - value.length, end: whole.end },
  }
  // A backslash or an encoded delimiter at the end of a value is what a panel left behind; `%3B` inside an URL is fine.
  const escape = strange === null ? /\\.?|&(?:quot|amp);/.exec(value) : null
  if (escape !== null) {
    const at = tag.value.start + escape.index
    problems.push(problem('escaped', { text: escape[0], start: at, end: at + escape[0].length }))
    return [{ ...tag, value: { ...tag.value, text: '' } }]
  }
  return strange === null ? [tag] : [{ ...tag, value: { ...tag.value, text: '' } }]
}

/** "Tags with duplicate names MUST NOT occur" (RFC 6376 section 3.2). */
export function firstOfEach(tags: Tag[], problems: BimiProblem[]): Map<string, Tag> {
  const first = new Map<string, Tag>()
  for (const tag of tags) {
    if (first.has(tag.name.text)) problems.push(problem('duplicate-tag', tag.whole))
    else first.set(tag.name.text, tag)
  }
  return first
}
