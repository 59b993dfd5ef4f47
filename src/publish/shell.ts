/** Words on a command line, whatever characters are in them. */

/** POSIX (XCU section 2.2.2): nothing is special within single quotes, not even a backslash. */
export function posixQuoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}

/** Bare where no shell sees anything in it, so that commands stay readable. */
export function posixWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : posixQuoted(text)
}

/** PowerShell takes the typographic single quotes for quotes, too, and all of them are doubled. */
export function powershellQuoted(text: string): string {
  return `'${text.replaceAll(/['‘’‚‛]/g, '$&$&')}'`
}
