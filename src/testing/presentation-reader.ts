/**
 * Reads what output formats write, by each format's own grammar and none of the code that wrote it: master files
 * (RFC 1035 section 5), POSIX and PowerShell command lines.
 */

export interface ReadRecord {
  name: string
  ttl: number
  type: string
  /** TXT: the strings; otherwise the words as they stand. */
  data: string[]
}

interface Word {
  text: string
  quoted: boolean
}

/** The records of a master file that has `$ORIGIN`, comments, parentheses and quoted strings. */
export function readZone(text: string): ReadRecord[] {
  let origin = ''
  const records: ReadRecord[] = []
  for (const words of masterLines(text)) {
    const [name = '', ttl = '', , type = '', ...data] = words.map(({ text }) => text)
    if (name === '$ORIGIN') origin = ttl
    else records.push({ name: nameOf(name, origin), ttl: Number(ttl), type, data })
  }
  return records
}

function nameOf(name: string, origin: string): string {
  if (name === '@') return origin
  return name.endsWith('.') ? name : `${name}.${origin}`
}

function masterLines(text: string): Word[][] {
  const lines: Word[][] = []
  let words: Word[] = []
  let depth = 0
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\\d{3}|\\.)*"|;[^\n]*|\n|[()]|[^\s;"()]+/gsu)) {
    if (token.startsWith(';')) continue
    if (token === '(' || token === ')') depth += token === '(' ? 1 : -1
    else if (token !== '\n') words.push(wordOf(token))
    else if (depth === 0) {
      if (words.length > 0) lines.push(words)
      words = []
    }
  }
  return words.length > 0 ? [...lines, words] : lines
}

function wordOf(token: string): Word {
  return token.startsWith('"')
    ? { text: unescaped(token.slice(1, -1), 10), quoted: true }
    : { text: token, quoted: false }
}

/** `"a" "b"` → both texts, with `\DDD` in the given base; anything but quoted strings and blanks is refused. */
export function readStrings(text: string, base: 8 | 10 = 10): string[] {
  const strings = [...text.matchAll(/"((?:[^"\\]|\\\d{3}|\\.)*)"/gsu)]
  const rest = text.replaceAll(/"(?:[^"\\]|\\\d{3}|\\.)*"/gsu, '').trim()
  if (rest !== '') throw new Error(`not in a string: ${rest}`)
  return strings.map(([, inner = '']) => unescaped(inner, base))
}

/** Bytes of a presentation text, as UTF-8. */
export function unescaped(text: string, base: 8 | 10): string {
  const bytes: number[] = []
  for (const [token] of text.matchAll(/\\\d{3}|\\.|[^\\]/gsu)) {
    if (/^\\\d{3}$/.test(token)) bytes.push(Number.parseInt(token.slice(1), base))
    else bytes.push(...new TextEncoder().encode(token.replace(/^\\/, '')))
  }
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(new Uint8Array(bytes))
}

/** The words of each command of a POSIX script, with nothing expanded (XCU section 2.2). */
export function posixCommands(script: string): string[][] {
  return commands(script, /'[^']*'|"(?:[^"\\]|\\.)*"|\\.|[^\s'"\\]+|\n|[^\S\n]+/gsu, (token) => {
    if (token.startsWith("'")) return token.slice(1, -1)
    if (token.startsWith('"')) return token.slice(1, -1).replaceAll(/\\([$`"\\])/g, '$1')
    return token === '\\\n' ? '' : token.replace(/^\\/, '')
  })
}

/** The same of PowerShell: in single quotes only the quote itself, doubled, is special. */
export function powershellCommands(script: string): string[][] {
  return commands(
    script,
    /['‘’‚‛](?:[^'‘’‚‛]|['‘’‚‛]{2})*['‘’‚‛]|[^\s'‘’‚‛]+|\n|[^\S\n]+/gsu,
    (token) =>
      /^['‘’‚‛]/.test(token) ? token.slice(1, -1).replaceAll(/(['‘’‚‛])['‘’‚‛]/g, '$1') : token,
  )
}

function commands(script: string, tokens: RegExp, textOf: (token: string) => string): string[][] {
  const all: string[][] = []
  let words: string[] = []
  let word: string | null = null
  const endWord = (): void => {
    if (word !== null) words.push(word)
    word = null
  }
  for (const [token] of script.matchAll(tokens)) {
    if (/^[^\S\n]+$/.test(token)) endWord()
    else if (token === '\n') {
      endWord()
      if (words.length > 0) all.push(words)
      words = []
    } else if (token !== '\\\n') word = (word ?? '') + textOf(token)
  }
  endWord()
  return words.length > 0 ? [...all, words] : all
}
