/** A logo for a sample: a letterless mark in two colours, in the profile that BIMI asks for. */
export function sampleLogo(title: string, ink: string, paper: string): string {
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps" width="96" height="96" viewBox="0 0 96 96">',
    `<title>${title}</title>`,
    `<desc>A disc with a folded wing</desc>`,
    `<rect width="96" height="96" fill="${paper}"/>`,
    `<circle cx="48" cy="48" r="30" fill="${ink}"/>`,
    `<path fill="${paper}" d="M34 42L48 56L62 42L66 46L48 64L30 46z"/>`,
    '</svg>',
    '',
  ].join('\n')
}
