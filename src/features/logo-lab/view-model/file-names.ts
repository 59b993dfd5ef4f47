/** `finch.svgz` → `finch-fixed.svg` */
export function fixedName(name: string, ending: 'svg' | 'svgz' = 'svg'): string {
  const bare = bareName(name) || 'logo'
  return `${bare.endsWith('-fixed') ? bare : `${bare}-fixed`}.${ending}`
}

/** What is handed out: under its own name where nothing was repaired. */
export function handedName(
  name: string,
  isChanged: boolean,
  ending: 'svg' | 'svgz' = 'svg',
): string {
  return isChanged ? fixedName(name, ending) : `${bareName(name) || 'logo'}.${ending}`
}

/** Words of an organisation's name, as far as a file name tells: `acme-tea_logo.svg` → `Acme tea`. */
export function titleFromFile(name: string): string {
  const words = bareName(name)
    .replaceAll(/[-_.+]+/g, ' ')
    .replaceAll(
      /\b(logo|icon|final|copy|export|bimi|svg|tiny|ps|fixed|dropped|rgb|cmyk|v?\d+)\b/gi,
      '',
    )
    .replaceAll(/\s+/g, ' ')
    .trim()
  return words === '' || words === 'pasted' ? '' : capital(words)
}

/** `mail.acme.example` is of no help; `acme.example` → `Acme`. */
export function titleFromDomain(domain: string): string {
  const [label = ''] = domain
    .trim()
    .replace(/^www\./i, '')
    .split('.')
  return capital(label)
}

/** A name that every system takes: letters, digits and hyphens. */
export function bareFileName(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}

function bareName(name: string): string {
  return name.replace(/\.[A-Za-z0-9]{1,5}(\.gz)?$/, '').replaceAll(/[^\p{L}\p{N}._+ -]/gu, '')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
