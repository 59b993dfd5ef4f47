/** Programs that the lab starts, and everything it must end again. */
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Debian keeps servers in folders that an ordinary search path leaves out. */
process.env['PATH'] = `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`

export const exec = promisify(execFile)

export class Keeper {
  readonly folder = mkdtempSync(join(tmpdir(), 'signet-lab-'))
  private readonly endings: (() => unknown)[] = [
    () => rmSync(this.folder, { recursive: true, force: true }),
  ]

  /** Runs when the lab ends, last first. */
  atEnd(ending: () => unknown): void {
    this.endings.unshift(ending)
  }

  async end(): Promise<void> {
    for (const ending of this.endings) await ending()
  }

  /** Starts a program and waits until it has said that it is ready; its last words are in the error when it is not. */
  start(command: string, args: string[], ready: RegExp): Promise<string> {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    this.atEnd(() => stop(child))
    return new Promise((resolve, reject) => {
      let said = ''
      const listen = (chunk: Buffer): void => {
        said += chunk.toString()
        if (ready.test(said)) resolve(said)
      }
      child.stdout.on('data', listen)
      child.stderr.on('data', listen)
      child.once('error', reject)
      child.once('exit', (code) => reject(new Error(`${command} ended with ${code}:\n${said}`)))
    })
  }
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.removeAllListeners('exit')
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

/** A port that nobody used a moment ago. */
export function freePort(host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, host, () => {
      const address = server.address()
      server.close(() =>
        resolve(typeof address === 'object' && address !== null ? address.port : 0),
      )
    })
  })
}
