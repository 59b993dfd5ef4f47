/** A preview as a picture to show around: an inbox line on a canvas, three times as large. */
import { saveBlob } from '../../../ui/save-file.ts'
import { fittedText } from '../view-model/drawable.ts'
import { bareFileName } from '../view-model/file-names.ts'
import type { Shape } from '../view-model/mailbox-looks.ts'
import { contextOf, imageOf } from './canvas.ts'

export interface MailPicture {
  /** The SVG. */
  drawing: string
  /** Of the mail program. */
  name: string
  from: string
  side: number
  shape: Shape
  isNight: boolean
  hasCheckMark: boolean
}

const SCALE = 3
const WIDTH = 420
const PAD = 16

export async function saveMailPicture(picture: MailPicture): Promise<void> {
  const blob = await pngOf(picture)
  if (blob !== null) saveBlob(`${bareFileName(picture.name)}-${picture.side}px.png`, blob)
}

async function pngOf(picture: MailPicture): Promise<Blob | null> {
  const { side, isNight } = picture
  const height = Math.max(side, 40) + 2 * PAD
  const context = contextOf(WIDTH * SCALE, height * SCALE)
  context.scale(SCALE, SCALE)
  context.fillStyle = isNight ? '#1f1f1f' : '#ffffff'
  context.fillRect(0, 0, WIDTH, height)
  await drawLogo(context, picture)
  drawWords(context, picture)
  return new Promise((resolve) => context.canvas.toBlob(resolve, 'image/png'))
}

async function drawLogo(context: CanvasRenderingContext2D, picture: MailPicture): Promise<void> {
  const { drawing, side, shape } = picture
  const fitted = fittedText(drawing, side * SCALE)
  if (fitted === null) return
  const image = await imageOf(fitted.svg)
  const [width, height] = [fitted.width / SCALE, fitted.height / SCALE]
  const radius = { circle: side / 2, rounded: side * 0.22, square: 4 }[shape]
  context.save()
  context.beginPath()
  context.roundRect(PAD, PAD, side, side, radius)
  context.clip()
  context.fillStyle = '#ffffff'
  context.fillRect(PAD, PAD, side, side)
  context.drawImage(image, PAD + (side - width) / 2, PAD + (side - height) / 2, width, height)
  context.restore()
}

function drawWords(
  context: CanvasRenderingContext2D,
  { from, side, isNight, hasCheckMark }: MailPicture,
): void {
  const left = PAD + side + 12
  context.fillStyle = isNight ? '#e8eaed' : '#202124'
  context.font = '600 14px system-ui, sans-serif'
  context.fillText(from, left, PAD + 14, WIDTH - left - PAD - 24)
  if (hasCheckMark) drawCheckMark(context, left + context.measureText(from).width + 14, PAD + 9)
  context.font = '400 14px system-ui, sans-serif'
  context.fillStyle = isNight ? '#e8eaed' : '#202124'
  context.fillText('Your autumn order is on its way', left, PAD + 34, WIDTH - left - PAD)
}

function drawCheckMark(context: CanvasRenderingContext2D, x: number, y: number): void {
  context.fillStyle = '#1a73e8'
  context.beginPath()
  context.arc(x, y, 7, 0, 2 * Math.PI)
  context.fill()
  context.strokeStyle = '#ffffff'
  context.lineWidth = 1.6
  context.beginPath()
  context.moveTo(x - 3, y)
  context.lineTo(x - 0.8, y + 2.4)
  context.lineTo(x + 3.2, y - 2.4)
  context.stroke()
}
