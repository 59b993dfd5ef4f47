/** The Node door as a visitor starts it. */
import type { HttpOutcome } from '../../src/protocols/http/answer.ts'
import type { Keeper } from './processes.ts'

/** Starts it on a free port; returns its address, without a slash at the end. */
export async function startNodeDoor(keeper: Keeper, args: string[]): Promise<string> {
  const said = await keeper.start(
    process.execPath,
    ['proxy/node.ts', '--port', '0', ...args],
    /^Signet is at http:\S+\/$/m,
  )
  return /http:\S+(?=\/$)/m.exec(said)?.[0] ?? ''
}

/** A client of its own for every question, so that the limit on fetches is not what is tested. */
let clients = 0

/** What a door says of a domain. */
export async function askDoor(
  door: string,
  route: 'policy' | 'indicator' | 'evidence',
  domain: string,
  selector?: string,
): Promise<HttpOutcome> {
  const parameters = new URLSearchParams({
    domain,
    ...(selector === undefined ? {} : { selector }),
  })
  const client = `192.0.2.${(clients++ % 250) + 1}`
  const response = await fetch(`${door}/api/${route}?${parameters}`, {
    headers: { 'X-Forwarded-For': client, 'CF-Connecting-IP': client },
  })
  return (await response.json()) as HttpOutcome
}
