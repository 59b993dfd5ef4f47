/** Draws SVG in Node, with a library that comes with the development tools. */
import { setImmediate } from 'node:timers/promises'
import type { Render } from '../svg/verify.ts'

/** Null when the library cannot be loaded on this machine. */
export async function nodeRender(): Promise<Render | null> {
  try {
    const { Resvg } = await import('@resvg/resvg-js')
    return async (svg, _size, background) => {
      // The library gives its memory back when the event loop turns, which awaiting alone does not make it do.
      await setImmediate()
      const image = new Resvg(svg, {
        background,
        font: { loadSystemFonts: needsFonts(svg) },
      }).render()
      return { width: image.width, height: image.height, data: image.pixels }
    }
  } catch {
    return null
  }
}

/** Loading all fonts of a machine takes longer than drawing. */
function needsFonts(svg: string): boolean {
  return /<(?:\w+:)?text/.test(svg)
}
