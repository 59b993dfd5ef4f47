/** The largest drawing that is shown; logos have a few kilobytes. */
const LARGEST = 1_000_000

/**
 * A drawing that came from outside, made harmless: scripts, handlers, links and embedded pages are gone. What is left is
 * a file for `<img>`, never mark-up for the page. Null when it is too large or no drawing. The library is loaded with
 * the first drawing.
 */
export async function safeSvg(text: string): Promise<Blob | null> {
  if (text.length > LARGEST) return null
  const { default: DOMPurify } = await import('dompurify')
  const fragment = DOMPurify.sanitize(text, {
    USE_PROFILES: { svg: true, svgFilters: true },
    RETURN_DOM_FRAGMENT: true,
  })
  const drawing = fragment.querySelector('svg')
  if (drawing === null) return null
  // Written as XML: browsers show a picture of this type only when it is well-formed.
  const written = new XMLSerializer().serializeToString(drawing)
  return new Blob([written], { type: 'image/svg+xml' })
}
