/** A string literal that old engines take too: U+2028 and U+2029 ended a line before ECMAScript 2019. */
export function javascriptString(text: string): string {
  return JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
}
