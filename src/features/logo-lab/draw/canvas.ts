/** Drawings as pixels, made by the browser itself: through DOMPurify, a blob, an image that is never in the page, a canvas. */
import type { Pixels } from '../../../svg/compare/pixels.ts'
import { shieldedText } from '../../../svg/edit/shielded.ts'
import type { Render } from '../../../svg/verify.ts'
import { safeSvg } from '../../../ui/safe-svg.ts'

/** For comparing before with after. */
export const renderOnCanvas: Render = async (svg, size, background) => {
  const image = await imageOf(svg)
  const { naturalWidth: width, naturalHeight: height } = image
  if (width === 0 || height === 0 || Math.max(width, height) > size * 2)
    throw new Error('this browser finds no size in the drawing')
  const context = contextOf(width, height)
  context.fillStyle = background
  context.fillRect(0, 0, width, height)
  context.drawImage(image, 0, 0, width, height)
  const { data } = context.getImageData(0, 0, width, height)
  const pixels: Pixels = { width, height, data }
  return pixels
}

/** An image that is ready to be drawn; rejects when the browser finds no drawing in it. */
export async function imageOf(svg: string): Promise<HTMLImageElement> {
  const file = await safeSvg(shieldedText(svg) ?? '')
  if (file === null) throw new Error('there is no drawing in it')
  const address = URL.createObjectURL(file)
  try {
    return await loaded(address)
  } finally {
    URL.revokeObjectURL(address)
  }
}

function loaded(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image()
    image.addEventListener('load', () => resolve(image))
    image.addEventListener('error', () => reject(new Error('this browser cannot draw it')))
    image.src = address
  })
}

export function contextOf(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('this browser has no canvas')
  return context
}
