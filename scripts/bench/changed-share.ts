/** A second opinion on damage, which shares no code with the comparison of `src/svg/compare`. */
import { editable } from '../../src/svg/edit/editable.ts'
import { writeDrawing } from '../../src/svg/edit/write.ts'
import { readLogo, type Logo } from '../../src/svg/logo.ts'
import type { Render } from '../../src/svg/verify.ts'

const SIZE = 160
/** Of 255, in any channel. */
const CHANGED = 24

/** The part of the pixels at 160 px that changed, on the worse of two backgrounds. */
export async function changedShare(before: Logo, after: string, render: Render): Promise<number> {
  const [a, b] = [textOf(before), textOf(readLogo(new TextEncoder().encode(after)))]
  const shares = await Promise.all(
    ['#ffffff', '#c03060'].map(async (background) =>
      changed(await render(a, SIZE, background), await render(b, SIZE, background)),
    ),
  )
  return Math.max(...shares)
}

function changed(a: Awaited<ReturnType<Render>>, b: Awaited<ReturnType<Render>>): number {
  if (a.width !== b.width || a.height !== b.height) return 1
  let pixels = 0
  for (let i = 0; i < a.data.length; i += 4)
    if ([0, 1, 2].some((c) => Math.abs((a.data[i + c] ?? 0) - (b.data[i + c] ?? 0)) > CHANGED))
      pixels += 1
  return pixels / (a.width * a.height)
}

/** At 160 px: whatever size the root has is replaced. */
function textOf(logo: Logo): string {
  const drawing = editable(logo)
  if (drawing === null) return logo.text
  const { attributes } = drawing.root
  const [, , width = 0, height = 0] = (attributes.get('viewBox') ?? '').split(/[\s,]+/).map(Number)
  const [w, h] =
    width > 0 && height > 0
      ? [width, height]
      : [
          Number.parseFloat(attributes.get('width') ?? ''),
          Number.parseFloat(attributes.get('height') ?? ''),
        ]
  if (!attributes.has('viewBox')) attributes.set('viewBox', `0 0 ${w} ${h}`)
  const scale = SIZE / Math.max(w, h)
  attributes.set('width', String(Math.round(w * scale)))
  attributes.set('height', String(Math.round(h * scale)))
  return writeDrawing({ ...drawing, before: '', after: '' })
}
