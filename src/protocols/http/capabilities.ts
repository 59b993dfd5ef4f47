/** What a door of the proxy says about itself at `/api/capabilities`. One type for both sides. */
export interface Capabilities {
  door: 'node' | 'worker'
  /** The routes that this door has. */
  routes: ProxyRoute[]
  limits: ProxyLimits
  /** Does it describe certificates of the hosts it fetches from? */
  tls: boolean
}

export type ProxyRoute =
  | '/api/capabilities'
  | '/api/policy'
  | '/api/indicator'
  | '/api/evidence'
  | '/api/mail-servers'
  | '/dns-query'

export interface ProxyLimits {
  /** Bytes that are read of a policy file. */
  bytes: number
  /** The same of a logo or a mark certificate. */
  bimiBytes: number
  /** Milliseconds that a fetch may take, the look-up of the address included. */
  milliseconds: number
  /** Fetches that one client may ask for in a minute. */
  fetchesPerMinute: number
  /** DNS questions that one client may ask in a minute; missing where the door relays none. */
  questionsPerMinute?: number
}
