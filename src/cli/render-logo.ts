/**
 * Draws SVG in Node, with a library that comes with the development tools. In a process of its own: a drawing that the
 * library fails at can end the whole process, and one that it takes for ever over can only be stopped from outside.
 */
import { fork, type ChildProcess } from 'node:child_process'
import type { Render } from '../svg/verify.ts'
import type { Drawn, Order } from './render-child.ts'

/** In milliseconds; a logo takes some hundredths of it. */
const LONGEST = 10_000

type Pixels = Awaited<ReturnType<Render>>

/** Null when the library cannot be loaded on this machine. */
export async function nodeRender(longest = LONGEST): Promise<Render | null> {
  try {
    await import('@resvg/resvg-js')
  } catch {
    return null
  }
  const painter = new Painter(longest)
  return (svg, _size, background) => painter.draw({ svg, background })
}

/** One order after the other; who is lost over one is replaced for the next. */
class Painter {
  private child: ChildProcess | null = null
  private last: Promise<unknown> = Promise.resolve()
  private readonly longest: number

  constructor(longest: number) {
    this.longest = longest
  }

  draw(order: Order): Promise<Pixels> {
    const next = this.last.then(() => this.drawNow(order))
    this.last = next.catch(() => null)
    return next
  }

  private async drawNow(order: Order): Promise<Pixels> {
    const child = this.child ?? started()
    this.child = child
    child.ref()
    child.channel?.ref()
    try {
      const drawn = await this.answer(child, order)
      if ('trouble' in drawn) throw new Error(drawn.trouble)
      return drawn
    } finally {
      // Who waits for orders keeps nobody from ending.
      child.unref()
      child.channel?.unref()
    }
  }

  private answer(child: ChildProcess, order: Order): Promise<Drawn> {
    return new Promise((resolve) => {
      let trouble = 'the program that draws broke off'
      const timer = setTimeout(() => {
        trouble = `it takes longer than ${Math.ceil(this.longest / 1000)} seconds to draw`
        child.kill('SIGKILL')
      }, this.longest)
      const end = (drawn: Drawn): void => {
        clearTimeout(timer)
        child.removeAllListeners()
        resolve(drawn)
      }
      const lose = (): void => {
        this.child = null
        end({ trouble })
      }
      child.on('message', (drawn) => end(drawn as Drawn))
      child.on('exit', lose)
      child.on('error', lose)
      child.send(order)
    })
  }
}

function started(): ChildProcess {
  return fork(new URL('./render-child.ts', import.meta.url), {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [],
  })
}
