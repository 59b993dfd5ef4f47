/** The largest drawing that is shown; logos have a few kilobytes. */
const LARGEST = 1_000_000

/**
 * A drawing that came from outside, made harmless: scripts, handlers, links and embedded pages are gone. What is left is
 * a file for `<img>`, never mark-up for the page. Null when it is too large or no drawing. The library is loaded with
 * the first drawing.
 */
export async function safeSvg(text: string): Promise<Blob | null> {
  const written = await safeSvgText(text)
  return written === null ? null : new Blob([written], { type: 'image/svg+xml' })
}

/** The same as text. */
export async function safeSvgText(text: string): Promise<string | null> {
  if (text.length > LARGEST) return null
  const DOMPurify = await loadPurify()
  const fragment = DOMPurify.sanitize(text, {
    USE_PROFILES: { svg: true, svgFilters: true },
    // Copies within the drawing: what they may point to is decided below.
    ADD_TAGS: ['use'],
    RETURN_DOM_FRAGMENT: true,
  })
  const drawing = fragment.querySelector('svg')
  if (drawing === null) return null
  // Written as XML: browsers show a picture of this type only when it is well-formed.
  return withStyles(new XMLSerializer().serializeToString(drawing))
}

/**
 * Styles that travelled under another name, as `svg/edit/shielded.ts` gives them, so that the page's content policy
 * does not take them for its own. In a picture of its own they have their name again.
 */
function withStyles(written: string): string {
  return written
    .replaceAll(/<metadata data-signet-style="">([^<]*)<\/metadata>/g, '<style>$1</style>')
    .replaceAll(' data-signet-style="', ' style="')
}

type Purify = typeof import('dompurify').default
let loaded: Promise<Purify> | null = null

/** Once, with the rule that a reference stays within the drawing; pictures may carry their pixels along. */
export function loadPurify(): Promise<Purify> {
  loaded ??= import('dompurify').then(
    ({ default: DOMPurify }) => {
      DOMPurify.addHook('uponSanitizeAttribute', (element, attribute) => {
        if (!/^(xlink:)?href$/.test(attribute.attrName)) return
        const isImage = element.nodeName.toLowerCase() === 'image'
        const stays = attribute.attrValue.trim().startsWith('#')
        if (stays && !isImage) attribute.forceKeepAttr = true
        else if (!(isImage && attribute.attrValue.trim().startsWith('data:image/')))
          attribute.keepAttr = false
      })
      return DOMPurify
    },
    (error: unknown) => {
      loaded = null
      throw error
    },
  )
  return loaded
}
