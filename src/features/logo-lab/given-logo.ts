/** A file or a text that is meant as a logo. It lives in this browser's memory and nowhere else. */
export interface GivenLogo {
  key: string
  name: string
  via: 'file' | 'pasted' | 'sample'
  size: number
  /** Null: far larger than any logo, and not read. */
  bytes: Uint8Array | null
}

/** What receivers read at most, uncompressed (the draft, and a hard limit at some of them). */
export const LOGO_LIMIT = 32_768
