import { expect, test } from 'vitest'
import { clientOfAddress, rateLimit } from './rate-limit.ts'

function limitAt(perMinute: number) {
  const clock = { now: 1_000_000 }
  const { take } = rateLimit(perMinute, () => clock.now)
  return {
    take,
    clock,
    drain: (client: string, n: number) => Array.from({ length: n }, () => take(client)),
  }
}

test('a client may spend its whole minute at once, and then has to wait', () => {
  const { take, drain } = limitAt(6)
  expect(drain('a', 6)).toEqual([0, 0, 0, 0, 0, 0])
  expect(take('a')).toBe(10)
})

test('the wait that is told is long enough, and one second less is not', () => {
  const { take, clock, drain } = limitAt(6)
  drain('a', 6)
  clock.now += 9_000
  expect(take('a')).toBe(1)
  clock.now += 1_000
  expect(take('a')).toBe(0)
  expect(take('a')).toBe(10)
})

test('asking while waiting does not prolong the wait', () => {
  const { take, clock, drain } = limitAt(6)
  drain('a', 60)
  clock.now += 10_000
  expect(take('a')).toBe(0)
})

test('nobody saves up more than a minute', () => {
  const { take, clock, drain } = limitAt(6)
  clock.now += 3_600_000
  drain('a', 6)
  expect(take('a')).toBe(10)
})

test('a clock that is set back gives nothing and takes nothing', () => {
  const { take, clock, drain } = limitAt(6)
  drain('a', 5)
  clock.now -= 60_000
  expect(take('a')).toBe(0)
  expect(take('a')).toBe(10)
})

test('clients do not share a bucket', () => {
  const { take, drain } = limitAt(2)
  drain('a', 3)
  expect(take('b')).toBe(0)
})

test('the number of clients that are remembered has an end; the quietest goes first', () => {
  const { take, drain } = limitAt(2)
  drain('first', 2)
  drain('busy', 2)
  for (let i = 0; i < 9_998; i++) take(`client ${i}`)
  expect(take('busy')).toBeGreaterThan(0)
  take('one more')
  expect(take('busy')).toBeGreaterThan(0)
  expect(take('first')).toBe(0)
})

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('%s is the client %s', (address, client) => {
  expect(clientOfAddress(address)).toBe(client)
})
