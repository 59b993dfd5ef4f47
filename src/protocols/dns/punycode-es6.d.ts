// The ESM entry of the package `punycode`: its main entry is shadowed by Node's deprecated module of the same name.
declare module 'punycode/punycode.es6.js' {
  /** Throws a RangeError on what is not Punycode. */
  export function decode(input: string): string
}
