/**
 * Who may import whom. The zones are the folders that exist: a new folder without an entry is an error on the day it
 * is made, and every feature is a zone of its own.
 */
const PURE = ['protocols', 'svg', 'facts', 'checks', 'simulate', 'publish'] as const

/** Zone → zones it may import besides itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'src/protocols': [],
  'src/svg': [],
  'src/facts': ['src/protocols', 'src/svg'],
  'src/checks': ['src/facts', 'src/protocols', 'src/svg'],
  'src/simulate': ['src/facts', 'src/protocols', 'src/svg'],
  'src/publish': ['src/facts', 'src/protocols', 'src/svg'],
  'src/gather': ['src/facts', 'src/protocols'],
  'src/queries': ['src/facts', 'src/protocols', 'src/gather'],
  'src/workers': PURE.map((name) => `src/${name}`),
  'src/ui': [],
  'src/features': [...PURE, 'gather', 'queries', 'workers', 'ui'].map((name) => `src/${name}`),
  'src/app': ['src/features', 'src/ui', 'src/gather', 'src/queries'],
  'src/cli': [...PURE.map((name) => `src/${name}`), 'src/gather', 'proxy'],
  proxy: ['src/protocols', 'src/facts'],
}

/** Protocols do not know each other; these two serve all of them. */
const SHARED_PROTOCOLS = ['src/protocols/text', 'src/protocols/dns', 'src/protocols/http']

export interface Zone {
  /** `src/checks`, `src/features/domain-check`, `proxy` */
  path: string
  pure: boolean
  mayImport: readonly string[]
}

/** The zone that a file belongs to; null for files outside all zones (tests, scripts, configuration). */
export function zoneOf(file: string): Zone | null {
  const [top = '', second = '', third = ''] = file.split('/')
  if (top === 'proxy') return { path: 'proxy', pure: false, mayImport: MAY_IMPORT['proxy'] ?? [] }
  if (top !== 'src' || !file.includes('/', 4)) return null
  if (second === 'testing') return null
  const pure = PURE.some((name) => name === second)
  const mayImport = MAY_IMPORT[`src/${second}`]
  if (mayImport === undefined)
    throw new Error(`src/${second} has no entry in scripts/checks/zones.ts`)
  if (second === 'features') return { path: `src/features/${third}`, pure, mayImport }
  if (second === 'protocols')
    return { path: `src/protocols/${third}`, pure, mayImport: SHARED_PROTOCOLS }
  return { path: `src/${second}`, pure, mayImport }
}

/** May a file of this zone import that file of ours? */
export function mayImport(zone: Zone, target: string): boolean {
  return [zone.path, ...zone.mayImport].some((path) => target.startsWith(`${path}/`))
}
