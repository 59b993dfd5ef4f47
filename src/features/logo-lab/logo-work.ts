import { NO_OPTIONS, type RepairOptions } from '../../svg/fixes/fix.ts'
import type { GivenLogo } from './given-logo.ts'
import { judgeLogo } from './view-model/judged-logo.ts'
import { titleFromFile } from './view-model/file-names.ts'
import { BY_DEFAULT_OFF } from './view-model/repair-rows.ts'

/** What a visitor has made of a logo so far. */
export interface LogoWork {
  /** As edited; null: as it was dropped. */
  text: string | null
  options: RepairOptions
  domain: string
  /** Has the visitor said what the title is? */
  isTitleGiven: boolean
}

/** As long as the files live: whoever goes to another page and back finds what was made of them. */
const WORKS = new WeakMap<GivenLogo, LogoWork>()

/** The same for the same file, however often it is asked for: another one would be repaired anew. */
export function workOn(logo: GivenLogo): LogoWork {
  const known = WORKS.get(logo) ?? begin(logo)
  WORKS.set(logo, known)
  return known
}

export function keepWork(logo: GivenLogo, work: LogoWork): void {
  WORKS.set(logo, work)
}

/** Has it been shown since the page was loaded, and not been forgotten? */
export function hasWork(logo: GivenLogo): boolean {
  return WORKS.has(logo)
}

export function forgetWork(logo: GivenLogo): void {
  WORKS.delete(logo)
}

/** A logo without a title that says something is offered one, made of its file's name. */
function begin({ name, bytes, via }: GivenLogo): LogoWork {
  const findings = bytes === null ? [] : judgeLogo(name, bytes).findings
  const lacksTitle = findings.some(({ id }) =>
    ['logo.title.missing', 'logo.title.empty', 'logo.title.generic'].includes(id),
  )
  const title = lacksTitle && via !== 'pasted' ? titleFromFile(name) : ''
  return {
    text: null,
    options: { ...NO_OPTIONS, off: new Set(BY_DEFAULT_OFF), title, fileName: name },
    domain: '',
    isTitleGiven: false,
  }
}
