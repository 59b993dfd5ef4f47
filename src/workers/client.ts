/** The page's side: one worker, started when it is first wanted, one job at a time, ended when it has been idle. */
import type { Render } from '../svg/verify.ts'
import type { RepairAnswer, RepairRequest } from './jobs.ts'
import type { FromWorker, ToWorker } from './messages.ts'
import { workerAddress } from './script-address.ts'

/** How long a job that nobody wants any more may take before its worker is ended with it. */
const GRACE_MS = 10_000
const IDLE_MS = 120_000

/** A worker as the client sees it: messages out, messages in, and an end. */
export interface Wire {
  send: (message: ToWorker) => void
  end: () => void
}

export interface Listener {
  message: (message: FromWorker) => void
  failure: (detail: string) => void
}

export type Repairs = (
  request: RepairRequest,
  render: Render,
  signal: AbortSignal,
) => Promise<RepairAnswer>

export interface Client {
  /** Fetches the worker's code, so that it is there when the network is not. Rejects when it cannot be had. */
  start: () => Promise<void>
  repair: Repairs
}

export function createClient(connect: (listener: Listener) => Wire): Client {
  const line = new Line(connect)
  let last: Promise<unknown> = Promise.resolve()
  const repair: Repairs = (request, render, signal) => {
    const mine = last.then(() => line.run(request, render, signal))
    last = mine.catch(() => undefined)
    return mine
  }
  return { start: () => line.ready(), repair }
}

/** A start that fails is told to whoever asked for it, and to nobody where nobody did. */
function untold(): PromiseWithResolvers<void> {
  const start = Promise.withResolvers<void>()
  start.promise.catch(() => undefined)
  return start
}

/** The one worker, and whoever waits for it. */
class Line {
  private readonly connect: (listener: Listener) => Wire
  private wire: Wire | null = null
  private waiting: Listener | null = null
  private started = untold()
  private idle: ReturnType<typeof setTimeout> | undefined

  constructor(connect: (listener: Listener) => Wire) {
    this.connect = connect
  }

  open(): Wire {
    clearTimeout(this.idle)
    this.wire ??= this.connect({
      message: (message) => {
        if (message.kind === 'ready') this.started.resolve()
        else this.waiting?.message(message)
      },
      failure: (detail) => {
        this.close()
        this.started.reject(new Error(detail))
        this.started = untold()
        this.waiting?.failure(detail)
      },
    })
    return this.wire
  }

  ready(): Promise<void> {
    const { promise } = this.started
    this.open()
    return promise
  }

  close(): void {
    clearTimeout(this.idle)
    this.wire?.end()
    this.wire = null
  }

  run(request: RepairRequest, render: Render, signal: AbortSignal): Promise<RepairAnswer> {
    if (signal.aborted) return Promise.reject(abortError())
    const wire = this.open()
    let grace: ReturnType<typeof setTimeout> | undefined
    // Whoever gives up a job that is done already must not end the next one's worker.
    const done = new AbortController()
    const job = new Promise<RepairAnswer>((resolve, reject) => {
      const unwanted = (): void => {
        grace = setTimeout(() => {
          this.close()
          reject(abortError())
        }, GRACE_MS)
      }
      signal.addEventListener('abort', unwanted, { once: true, signal: done.signal })
      this.waiting = {
        failure: (detail) => reject(new Error(detail)),
        message: (message) => {
          if (message.kind === 'draw')
            // Without a drawing the job has soon come to its end.
            return void draw(wire, message, signal.aborted ? nothing : render)
          if (signal.aborted) reject(abortError())
          else if (message.kind === 'repaired') resolve(message.answer)
          else if (message.kind === 'failed') reject(new Error(message.detail))
        },
      }
      wire.send({ kind: 'repair', request })
    })
    return job.finally(() => {
      done.abort()
      clearTimeout(grace)
      this.waiting = null
      if (this.wire !== null) this.idle = setTimeout(() => this.close(), IDLE_MS)
    })
  }
}

const nothing: Render = () => Promise.reject(abortError())

async function draw(
  wire: Wire,
  { question, wanted }: Extract<FromWorker, { kind: 'draw' }>,
  render: Render,
): Promise<void> {
  const { svg, size, background } = wanted
  const pixels = await render(svg, size, background).catch(() => null)
  wire.send({ kind: 'drawn', question, pixels })
}

function abortError(): Error {
  return new DOMException('Nobody wants the result any more', 'AbortError')
}

/** The one that the page uses. */
export const client = createClient(({ message, failure }) => {
  const worker = new Worker(workerAddress() as string, { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => message(data))
  worker.addEventListener('error', (event) =>
    failure(event.message || 'its code could not be fetched'),
  )
  return {
    send: (toWorker) => worker.postMessage(toWorker, { transfer: transferable(toWorker) }),
    end: () => worker.terminate(),
  }
})

/** Pixels are handed over, not copied. */
function transferable(message: ToWorker): Transferable[] {
  const buffer = message.kind === 'drawn' ? message.pixels?.data.buffer : undefined
  return buffer instanceof ArrayBuffer ? [buffer] : []
}
