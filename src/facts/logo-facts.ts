import { readLogo, type Logo } from '../svg/logo.ts'
import { decodeBase64, encodeBase64 } from '../protocols/text/utf8.ts'
import { found, mapFact, type Fact, type Found, type Source } from './fact.ts'

/** The bytes of a logo, as plain data: the text where they are UTF-8, which nearly all are, else base64. */
export type LogoFile = { text: string } | { base64: string }

export interface LogoRawFacts {
  logo: Fact<LogoFile>
}

export interface LogoDerivedFacts {
  logoDocument: Fact<Logo>
}

const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export function logoFact(bytes: Uint8Array, source: Source): Found<LogoFile> {
  const file = fileOf(bytes)
  BYTES.set(file, bytes)
  return found(file, source)
}

function fileOf(bytes: Uint8Array): LogoFile {
  try {
    return { text: STRICT.decode(bytes) }
  } catch {
    return { base64: encodeBase64(bytes) }
  }
}

/** Where they are at hand; a file from a saved report has none. */
const BYTES = new WeakMap<LogoFile, Uint8Array>()

/** Tells whoever looks for facts inside facts that there are none in here. */
const READ_LOGO = Object.freeze({})

/** Reading is the dear part, and a report asks for its derived facts more than once. */
const READ = new WeakMap<LogoFile, Logo>()

export function logoOf(file: LogoFile): Logo {
  const known = READ.get(file)
  if (known !== undefined) return known
  const bytes = BYTES.get(file) ?? bytesOf(file)
  const logo: Logo = Object.assign(Object.create(READ_LOGO) as object, readLogo(bytes))
  READ.set(file, logo)
  return logo
}

function bytesOf(file: LogoFile): Uint8Array {
  return 'text' in file
    ? new TextEncoder().encode(file.text)
    : (decodeBase64(file.base64) ?? new Uint8Array())
}

export function logoFacts({ logo }: Partial<LogoRawFacts>): Partial<LogoDerivedFacts> {
  return logo === undefined ? {} : { logoDocument: mapFact(logo, logoOf) }
}
