// The pure folders compile without DOM and Node types. These classes are the exception: they compute,
// touch nothing outside, and exist unchanged in pages, workers, edge runtimes and Node.
// (docs/decisions/002-purity.md)

declare class URL {
  constructor(url: string, base?: string)
  static canParse(url: string, base?: string): boolean
  readonly href: string
  readonly protocol: string
  readonly username: string
  readonly password: string
  readonly host: string
  readonly hostname: string
  readonly port: string
  readonly pathname: string
  readonly search: string
  readonly hash: string
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(input?: Uint8Array): string
}

declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>
}

declare class URLSearchParams implements Iterable<[string, string]> {
  constructor(init?: string)
  get(name: string): string | null
  getAll(name: string): string[]
  append(name: string, value: string): void
  set(name: string, value: string): void
  toString(): string
  [Symbol.iterator](): Iterator<[string, string]>
}
