/** The only mark-up in our texts: backticks around what comes from a machine, and `[links](address)`. */
export type Token =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'link'; text: Token[]; to: string }

const MARKUP = /`([^`]*)`|\[((?:`[^`]*`|[^[\]`])+)\]\(([^()\s]+)\)/g

/** A text as tokens. What is no mark-up stays text, brackets and single backticks included. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let end = 0
  const plain = (to: number) => {
    if (to > end) tokens.push({ kind: 'text', text: text.slice(end, to) })
  }
  for (const match of text.matchAll(MARKUP)) {
    const [whole, code, label, to] = match
    if (to !== undefined && !isAddress(to)) continue
    plain(match.index)
    end = match.index + whole.length
    if (code !== undefined) tokens.push({ kind: 'code', text: code })
    else if (label !== undefined && to !== undefined)
      tokens.push({ kind: 'link', text: tokensOf(label), to })
  }
  plain(text.length)
  return tokens
}

/** Links lead to pages of ours or to the web over TLS, never to a script. */
function isAddress(to: string): boolean {
  return /^https:\/\/[^/]/.test(to) || /^\/(?![/\\])/.test(to)
}

/** The same text without mark-up: for titles of pages and for announcements. */
export function plainText(text: string): string {
  return textOf(tokensOf(text))
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map((token) => (token.kind === 'link' ? textOf(token.text) : token.text)).join('')
}
