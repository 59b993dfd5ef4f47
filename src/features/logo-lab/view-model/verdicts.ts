import { inWords, capitalised } from '../../../ui/count.ts'
import { LOGO_LIMIT } from '../given-logo.ts'
import type { JudgedLogo, Told } from './judged-logo.ts'
import type { LogoLayer as Layer } from '../../../checks/rules/logo/layers.ts'

export interface LayerVerdict {
  layer: Layer
  name: string
  standing: 'pass' | 'warning' | 'error' | 'unknown'
  /** Without final stop, in our small mark-up. */
  sentence: string
  notices: number
}

const LAYERS: readonly { layer: Layer; name: string }[] = [
  { layer: 'schema', name: 'Schema' },
  { layer: 'draft', name: 'Draft' },
  { layer: 'provider', name: 'Mailboxes' },
]

/** What each of the three says: the published schema, the draft beyond it, and what mailbox providers ask for. */
export function layerVerdicts(judged: JudgedLogo): LayerVerdict[] {
  const isRead = judged.logo.root !== null
  return LAYERS.map(({ layer, name }) => {
    const own = judged.findings.filter((finding) => finding.layer === layer)
    const notices = own.filter(({ words }) => words.severity === 'notice').length
    const wanting = own.filter(({ words }) => words.severity !== 'notice')
    const worst = wanting[0]?.words.severity
    if (worst === undefined && !isRead)
      return {
        layer,
        name,
        notices,
        standing: 'unknown',
        sentence: 'The drawing could not be read',
      }
    return {
      layer,
      name,
      notices,
      standing: worst === 'error' ? 'error' : worst === 'warning' ? 'warning' : 'pass',
      sentence: wanting.length === 0 ? passWords(layer, judged) : wantingWords(layer, wanting),
    }
  })
}

/** The worst of the three, for lists of files. */
export function worstStanding(verdicts: readonly LayerVerdict[]): LayerVerdict['standing'] {
  const order = ['error', 'warning', 'unknown', 'pass'] as const
  return order.find((one) => verdicts.some(({ standing }) => standing === one)) ?? 'pass'
}

function passWords(layer: Layer, { logo }: JudgedLogo): string {
  if (layer === 'schema') return 'It is SVG Tiny PS by the published schema'
  if (layer === 'draft') return `${bytesWords(logo.bytes)} of ${bytesWords(LOGO_LIMIT)} bytes`
  return 'Nothing that a provider is known to ask for is missing'
}

/** One or two findings in their own words; more of them as a number and the first. */
function wantingWords(layer: Layer, wanting: readonly Told[]): string {
  const titles = [...new Set(wanting.map(({ words }) => words.title))]
  const [first = '', second] = titles
  if (titles.length === 1)
    return wanting.length === 1 ? first : `${first}, ${times(wanting.length)}`
  if (titles.length === 2 && second !== undefined) return `${first}. ${second}`
  if (layer === 'schema')
    return `${capitalised(inWords(wanting.length))} places that SVG Tiny PS does not allow`
  return `${first}. ${capitalised(inWords(wanting.length - 1))} more below`
}

function times(count: number): string {
  return count === 2 ? 'twice' : `${inWords(count)} times`
}

/** 32768 → "32,768" */
export function bytesWords(bytes: number): string {
  return bytes.toLocaleString('en-US')
}
