/** The parser without the dictionary of all properties, which is most of the library. */
declare module 'css-tree/parser' {
  import type { parse } from 'css-tree'
  const parser: typeof parse
  export default parser
}
