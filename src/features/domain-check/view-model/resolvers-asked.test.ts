import { expect, test } from 'vitest'
import { hostAddresses, txtFact } from '../../../facts/build.ts'
import { found } from '../../../facts/fact.ts'
import { resolversAsked } from './resolvers-asked.ts'

const first = 'cloudflare-dns.com'

test('one resolver answered everything', () => {
  const mtaStsTxt = txtFact('_mta-sts.example.com', ['v=STSv1; id=1'], { resolver: first })
  expect(resolversAsked({ mtaStsTxt }, first)).toEqual([first])
})

test('another was asked after it, or beside it, and nested facts count', () => {
  const asked = [first, 'dns.google']
  const tlsRptTxt = txtFact('_smtp._tls.example.com', ['x'], { resolver: first, asked })
  expect(resolversAsked({ tlsRptTxt }, first)).toEqual(asked)
  const host = hostAddresses('mail.example.com', ['192.0.2.1'], { resolver: 'dns.google' })
  const mxHosts = found([host], { name: 'example.com', via: 'dns' })
  expect(resolversAsked({ mxHosts }, first)).toEqual(asked)
})

test('a failure that names several at once is told by who was asked', () => {
  const mx = txtFact('example.com', [], {
    resolver: 'a.example, b.example',
    asked: ['a.example', 'b.example'],
  })
  expect(resolversAsked({ domainTxt: mx }, 'a.example')).toEqual(['a.example', 'b.example'])
})
