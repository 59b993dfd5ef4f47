import { sampleLogo } from '../sample-logo.ts'
import type { Sample } from './sample.ts'

const SUMMER = 'https://seasons.example/summer.svg'
const MOVED = 'https://static.seasons.example/summer.svg'
const USUAL = 'https://seasons.example/logo.svg'
const TLS = { protocol: 'TLSv1.3', trusted: true, chain: [] }

export const seasons: Sample = {
  domain: 'seasons.example',
  selector: 'summer',
  sentence: 'A second logo for a season, under a selector of its own, behind a redirect.',
  world: {
    dns: {
      'seasons.example MX': ['10 mail.seasons.example'],
      'seasons.example TXT': ['v=spf1 mx -all'],
      'seasons.example SOA': ['ns1.seasons.example hostmaster.seasons.example 2026060101 3600'],
      'seasons.example NS': ['ns1.seasons.example', 'ns2.seasons.example'],
      'seasons.example A': ['198.51.100.90'],
      'seasons.example AAAA': ['2001:db8:5ea5::90'],
      'mail.seasons.example A': ['198.51.100.91'],
      'mail.seasons.example AAAA': ['2001:db8:5ea5::91'],
      '_dmarc.seasons.example TXT': ['v=DMARC1; p=quarantine; rua=mailto:dmarc@seasons.example'],
      'default._bimi.seasons.example TXT': [`v=BIMI1; l=${USUAL}`],
      'summer._bimi.seasons.example TXT': [`v=BIMI1; l=${SUMMER}`],
    },
    http: {},
    files: {
      [USUAL]: { text: sampleLogo('Seasons Example', '#3B4B5A', '#FFFFFF'), tls: TLS, hops: [] },
      [SUMMER]: {
        url: MOVED,
        text: sampleLogo('Seasons Example', '#C2571A', '#FFF8E7'),
        tls: TLS,
        remoteAddress: '198.51.100.90',
        hops: [{ url: SUMMER, status: 301, location: MOVED }],
      },
    },
  },
}
