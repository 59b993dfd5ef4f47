/** Reads the strings of Terraform's language (HCL native syntax, quoted templates) that output formats write. */

/** The texts of all attributes of that name, lists of one included. */
export function hclAttributes(text: string, name: string): string[] {
  const pattern = new RegExp(`^\\s*${name}\\s*= \\[?"((?:[^"\\\\]|\\\\.)*)"\\]?$`, 'gmu')
  return [...text.matchAll(pattern)].map(([, inner = '']) => hclText(inner))
}

/** @throws {Error} when something would be replaced in it. */
export function hclText(inner: string): string {
  return inner.replaceAll(
    /\$\$\{|%%\{|\\u([0-9a-f]{4})|\\(.)|([$%]\{)/gsu,
    (token: string, code?: string, escape?: string, template?: string) => {
      if (template !== undefined) throw new Error(`a template: ${template}`)
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16))
      if (escape === undefined) return token.slice(1)
      const text = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }[escape]
      if (text === undefined) throw new Error(`no such escape: ${token}`)
      return text
    },
  )
}
