/** A process that draws one SVG after the other for its parent. */
import { Resvg } from '@resvg/resvg-js'

export interface Order {
  svg: string
  background: string
}

export type Drawn = { width: number; height: number; data: Uint8Array } | { trouble: string }

process.on('message', (order: Order) => process.send?.(drawn(order)))

function drawn({ svg, background }: Order): Drawn {
  try {
    const font = { loadSystemFonts: needsFonts(svg) }
    const { width, height, pixels } = new Resvg(svg, { background, font }).render()
    return { width, height, data: pixels }
  } catch (error) {
    return { trouble: error instanceof Error ? error.message : String(error) }
  }
}

/** Loading all fonts of a machine takes longer than drawing. */
function needsFonts(svg: string): boolean {
  return /<(?:\w+:)?text/.test(svg)
}
