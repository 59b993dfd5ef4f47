/** Everything that a page can reach in a test, played from a world. Nothing else is reached, and nothing goes unseen. */
import type { BrowserContext, Route } from '@playwright/test'
import { answerBimi, bimiDelay } from '../src/gather/sample/answer-bimi.ts'
import { answerDns, answerPolicy, policyDelay } from '../src/gather/sample/answer.ts'
import type { World } from '../src/gather/sample/world.ts'
import type { HttpOutcome } from '../src/protocols/http/answer.ts'
import type { Capabilities } from '../src/protocols/http/capabilities.ts'
import { decodeMessage } from '../src/protocols/dns/message.ts'
import { fromBase64Url } from '../src/protocols/dns/query.ts'
import { typeOf } from '../src/protocols/dns/record-data.ts'
import { decodeBase64 } from '../src/protocols/text/utf8.ts'

/** `hang`: never answers. `busy`: 429, and a wait longer than anybody has. */
export type Mood = 'answers' | 'fails' | 'hangs' | 'busy'

export interface Asked {
  /** Who was asked: `site`, or a host name. */
  of: string
  /** `_mta-sts.example.com TXT`, or the address of a policy file. */
  what: string
}

const RESOLVERS = ['site', 'cloudflare-dns.com', 'dns.google']
const POLICY_PATH = '/.well-known/mta-sts.txt'

export class Network {
  /** What the Internet says; a test may put another one in its place while the page is open. */
  world: World = { dns: {}, http: {} }
  /** The proxy of this site; `absent` as on a static host, which has no resolver either. */
  proxy: Mood | 'absent' = 'answers'
  /** What policy hosts say to a page that asks them by itself; null: nobody asks them. */
  policyHosts: 'allow' | 'refuse' | null = null
  /** Resolvers in a mood of their own, by host name, `site` for this site's own. */
  readonly moods = new Map<string, Mood>()
  readonly asked: Asked[] = []
  /** Requests that nobody foresaw. */
  readonly unmatched: string[] = []
  /** Parts of what browsers say on the console about failures that the test wanted: mostly addresses. */
  readonly expectedFailures = new Set<string>()
  private readonly origin: string
  private readonly held: Route[] = []
  /** Requests that are played would be answered offline as well. */
  private isOffline = false

  constructor(origin: string) {
    this.origin = origin
  }

  async intercept(context: BrowserContext): Promise<void> {
    await context.route('**/*', (route) => this.handle(route))
  }

  /** All resolvers in one mood. */
  resolvers(mood: Mood): void {
    for (const resolver of RESOLVERS) this.moods.set(resolver, mood)
  }

  /** Answers what was left hanging, from now on as the moods say. */
  async release(): Promise<void> {
    const held = this.held.splice(0)
    await Promise.all(held.map((route) => this.handle(route)))
  }

  async goOffline(context: BrowserContext): Promise<void> {
    this.expectedFailures.add('ERR_INTERNET_DISCONNECTED')
    this.isOffline = true
    await context.setOffline(true)
  }

  async goOnline(context: BrowserContext): Promise<void> {
    this.isOffline = false
    await context.setOffline(false)
  }

  /** Different questions, each once, in the order of asking. */
  questionsTo(of: string): string[] {
    return [...new Set(this.asked.filter((one) => one.of === of).map(({ what }) => what))]
  }

  private async handle(route: Route): Promise<void> {
    const url = new URL(route.request().url())
    if (url.protocol === 'blob:' || url.protocol === 'data:') return route.continue()
    if (this.isOffline) return route.abort('internetdisconnected')
    if (url.origin !== this.origin) return this.handleOthers(route, url)
    if (!url.pathname.startsWith('/api/') && url.pathname !== '/dns-query') return route.continue()
    if (this.proxy === 'absent') return this.startPageInstead(route)
    if (url.pathname === '/api/capabilities')
      return route.fulfill({ json: CAPABILITIES satisfies Capabilities })
    if (url.pathname === '/dns-query') return this.answerQuestion(route, url, 'site')
    return this.answerForProxy(route, url)
  }

  private handleOthers(route: Route, url: URL): Promise<void> {
    const isResolver = RESOLVERS.includes(url.host) || this.moods.has(url.host)
    if (isResolver && url.searchParams.has('dns')) return this.answerQuestion(route, url, url.host)
    const isPolicy = url.pathname === POLICY_PATH && url.host.startsWith('mta-sts.')
    if (isPolicy && this.policyHosts !== null) return this.answerAsPolicyHost(route, url)
    const file = this.world.files?.[url.href]
    if (file !== undefined && this.policyHosts !== null) return this.answerAsLogoHost(route, url)
    return this.refuse(route, url.href)
  }

  private async answerQuestion(route: Route, url: URL, of: string): Promise<void> {
    const query = fromBase64Url(url.searchParams.get('dns') ?? '') ?? new Uint8Array()
    const decoded = decodeMessage(query)
    const question = decoded.ok ? decoded.message.question : null
    if (question === null) return this.refuse(route, url.href)
    this.asked.push({ of, what: `${question.name} ${typeOf(question.type)}` })
    if (!this.knows(question.name)) return this.refuse(route, `${question.name} at ${of}`)
    return this.inMood(this.moods.get(of) ?? 'answers', route, async () => {
      const reply = answerDns(this.world, query)
      await later(reply.delayMs)
      if ('failure' in reply) return this.failOnPurpose(route)
      const body = Buffer.from(reply.bytes)
      return route.fulfill({ body, contentType: 'application/dns-message', headers: OPEN })
    })
  }

  private answerForProxy(route: Route, url: URL): Promise<void> {
    const domain = url.searchParams.get('domain') ?? ''
    const reply = this.knows(domain) ? this.proxyReply(url, domain) : null
    if (reply === null) return this.refuse(route, url.href)
    this.asked.push({ of: 'proxy', what: `${url.pathname.slice('/api/'.length)} of ${domain}` })
    const mood = this.proxy === 'absent' ? 'fails' : this.proxy
    return this.inMood(mood, route, async () => {
      await later(reply.delayMs)
      return route.fulfill({ json: reply.outcome })
    })
  }

  private proxyReply({ pathname, searchParams }: URL, domain: string): ProxyReply | null {
    const { world } = this
    if (pathname === '/api/policy')
      return { delayMs: policyDelay(world, domain), outcome: answerPolicy(world, domain) }
    const kind = (['indicator', 'evidence'] as const).find((one) => pathname === `/api/${one}`)
    if (kind === undefined) return null
    const wanted = { kind, domain, selector: searchParams.get('selector') ?? 'default' }
    return { delayMs: bimiDelay(world, wanted), outcome: answerBimi(world, wanted) }
  }

  /** To a page of another origin, which may read the answer only where the host allows it. */
  private async answerAsPolicyHost(route: Route, url: URL): Promise<void> {
    const domain = url.host.slice('mta-sts.'.length)
    this.asked.push({ of: url.host, what: url.href })
    const answer = answerPolicy(this.world, domain)
    if ('failed' in answer) return this.failOnPurpose(route)
    if (this.policyHosts === 'refuse') this.expect(url)
    const allowed = this.policyHosts === 'allow' ? '*' : 'https://elsewhere.invalid'
    return route.fulfill({
      status: answer.status,
      body: Buffer.from(decodeBase64(answer.body) ?? new Uint8Array()),
      headers: {
        'Access-Control-Allow-Origin': allowed,
        ...(answer.mediaType === undefined ? {} : { 'Content-Type': answer.mediaType }),
        ...(answer.location === undefined ? {} : { Location: answer.location }),
      },
    })
  }

  /** A published logo, to a page that asks for it by itself. */
  private async answerAsLogoHost(route: Route, url: URL): Promise<void> {
    this.asked.push({ of: url.host, what: url.href })
    if (this.policyHosts === 'refuse') this.expect(url)
    const entry = this.world.files?.[url.href] ?? {}
    const allowed = this.policyHosts === 'allow' ? '*' : 'https://elsewhere.invalid'
    return route.fulfill({
      body: 'text' in entry ? (entry.text ?? '') : '',
      headers: { 'Access-Control-Allow-Origin': allowed, 'Content-Type': 'image/svg+xml' },
    })
  }

  private async inMood(mood: Mood, route: Route, answer: () => Promise<void>): Promise<void> {
    if (mood === 'answers') return answer()
    if (mood === 'fails') return this.failOnPurpose(route)
    if (mood === 'busy') {
      this.expect(new URL(route.request().url()))
      return route.fulfill({ status: 429, headers: { ...OPEN, 'Retry-After': '3600' }, json: BUSY })
    }
    this.held.push(route)
  }

  /** Hosts without a proxy answer every address that they do not know with the start page. */
  private startPageInstead(route: Route): Promise<void> {
    return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Signet</title>' })
  }

  private failOnPurpose(route: Route): Promise<void> {
    this.expect(new URL(route.request().url()))
    return route.abort('connectionrefused')
  }

  private expect(url: URL): void {
    this.expectedFailures.add(`${url.origin}${url.pathname}`)
  }

  private refuse(route: Route, what: string): Promise<void> {
    this.unmatched.push(what)
    return route.abort('blockedbyclient')
  }

  /** Is the name in one of the world's zones, whether it exists or not, or above one? */
  private knows(name: string): boolean {
    const bare = name.replace(/^(_[^.]+\.)+/, '')
    return Object.keys(this.world.dns).some((key) => {
      const zone = zoneOf(key.split(' ')[0] ?? '')
      return zoneOf(bare) === zone || zone.endsWith(`.${bare}`)
    })
  }
}

interface ProxyReply {
  delayMs: number
  outcome: HttpOutcome
}

function zoneOf(name: string): string {
  return name.split('.').slice(-2).join('.')
}

function later(ms: number): Promise<void> {
  return ms === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms))
}

const OPEN = { 'Access-Control-Allow-Origin': '*' }
const BUSY = { failed: { reason: 'rate-limited', detail: 'Too many fetches in a minute.' } }

/** As the Node door has them. */
const CAPABILITIES: Capabilities = {
  door: 'node',
  routes: ['/api/capabilities', '/api/policy', '/api/indicator', '/api/evidence', '/dns-query'],
  limits: { bytes: 65_536, bimiBytes: 524_288, milliseconds: 10_000, fetchesPerMinute: 60 },
  tls: true,
}
