/** The other thread: does the jobs of jobs.ts, and asks the page for drawings, which only a document can make. */
import type { Pixels } from '../svg/compare/pixels.ts'
import type { Render } from '../svg/verify.ts'
import { repairJob } from './jobs.ts'
import type { FromWorker, ToWorker } from './messages.ts'

const open = new Map<number, (pixels: Pixels | null) => void>()
let questions = 0

const say = (message: FromWorker): void => globalThis.postMessage(message, { transfer: [] })

const render: Render = (svg, size, background) =>
  new Promise((resolve, reject) => {
    questions += 1
    open.set(questions, (pixels) => {
      if (pixels === null) reject(new Error('this browser draws nothing of it'))
      else resolve(pixels)
    })
    say({ kind: 'draw', question: questions, wanted: { svg, size, background } })
  })

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'drawn') {
    open.get(data.question)?.(data.pixels)
    open.delete(data.question)
    return
  }
  repairJob(data.request, render).then(
    (answer) => say({ kind: 'repaired', answer }),
    (error: unknown) => say({ kind: 'failed', detail: String(error) }),
  )
})

say({ kind: 'ready' })
