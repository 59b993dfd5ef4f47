/** An image, four bytes a pixel: red, green, blue, alpha (not multiplied). */
export interface Pixels {
  width: number
  height: number
  data: Uint8Array | Uint8ClampedArray
}

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Are all pixels alike? Then nothing was drawn, or one colour from side to side. */
export function isUniform({ data }: Pixels): boolean {
  for (let i = 4; i < data.length; i++) if (data[i] !== data[i - 4]) return false
  return true
}
