import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coversHost, readCertificate } from './certificate.ts'

// Valid from 1 August to 30 October 2026, made for this test.
const COMMON_NAME_ONLY = `
-----BEGIN CERTIFICATE-----
MIIBSjCB8KADAgECAgEBMAoGCCqGSM49BAMCMDsxHTAbBgNVBAMTFEV4YW1wbGUg
QXV0aG9yaXR5IFIxMRowGAYDVQQKExFFeGFtcGxlIEF1dGhvcml0eTAeFw0yNjA4
MDEwMDAwMDBaFw0yNjEwMzAwMDAwMDBaMB4xHDAaBgNVBAMTE210YS1zdHMuZXhh
bXBsZS5jb20wWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAT6e5AnABai9U4F09dt
q0rGMyQHxZ4T3Wupxmm+zDi94Tv+iu0gIFrhvMno0SIRTzlvEQOnmka0tWZA1BPf
ydXGowIwADAKBggqhkjOPQQDAgNJADBGAiEA/ygkDqBkRjNF5aH0ta+6ld3DwueT
MQPTuoHKZSm1+GYCIQCDMo1pJ0sCQWBTYMo8WIOvs3OOdGf/Tn06JVoAeeouBw==
-----END CERTIFICATE-----
`

const WILDCARD = `
-----BEGIN CERTIFICATE-----
MIIBcDCCARegAwIBAgIBATAKBggqhkjOPQQDAjA7MR0wGwYDVQQDExRFeGFtcGxl
IEF1dGhvcml0eSBSMTEaMBgGA1UEChMRRXhhbXBsZSBBdXRob3JpdHkwHhcNMjYw
ODAxMDAwMDAwWhcNMjYxMDMwMDAwMDAwWjAWMRQwEgYDVQQDEwtleGFtcGxlLmNv
bTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABBANCsUkk1MTn2CGWbpP8poQmhqI
on8oq6OvqfnvFdmklcKrV7Kgp/2EvsTkuL6LvlWwKG8m1M7WuVdIvtn6gxmjMTAv
MC0GA1UdEQQmMCSCDSouRXhhbXBsZS5jb22HBMAAAgGBDWFAZXhhbXBsZS5jb20w
CgYIKoZIzj0EAwIDRwAwRAIgSJ2pHo4w0SON+t5rpeF6VbkgGyJVKVrHMTZOhNVu
orcCIETZV7mV9xVHBVOkn/jp2SPldgQis0qExStWPdjwtawr
-----END CERTIFICATE-----
`

test('names, dates and issuer are read; addresses and mail names are no DNS names', () => {
  expect(readCertificate(WILDCARD)).toEqual({
    names: ['*.example.com'],
    notBefore: Date.parse('2026-08-01T00:00:00Z'),
    notAfter: Date.parse('2026-10-30T00:00:00Z'),
    subject: 'CN=example.com',
    issuer: 'CN=Example Authority R1, O=Example Authority',
    selfIssued: false,
  })
})

test('a common name is not a name that the certificate stands for', () => {
  expect(readCertificate(COMMON_NAME_ONLY)).toMatchObject({
    names: [],
    subject: 'CN=mta-sts.example.com',
  })
})

test.each([
  ['nothing', ''],
  ['another kind of PEM', WILDCARD.replaceAll('CERTIFICATE', 'PUBLIC KEY')],
  ['no base64', '-----BEGIN CERTIFICATE-----\n???\n-----END CERTIFICATE-----'],
  ['a certificate cut short', WILDCARD.replace(/.{64}\n.{64}\n/, '')],
])('%s is no certificate', (_, pem) => expect(readCertificate(pem)).toBe(null))

test('no bytes throw', () => {
  fc.assert(
    fc.property(fc.base64String(), (body) => {
      readCertificate(`-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----`)
    }),
  )
})

test.each([
  [['mta-sts.example.com'], 'mta-sts.example.com', true],
  [['mta-sts.example.com'], 'MTA-STS.example.com.', true],
  [['example.com', 'www.example.com'], 'mta-sts.example.com', false],
  [['*.example.com'], 'mta-sts.example.com', true],
  [['*.example.com'], 'mta-sts.mail.example.com', false], // one label only
  [['*.example.com'], 'example.com', false],
  [['*.com'], 'example.com', true], // authorities never issue it, the comparison allows it
  [['mta-*.example.com'], 'mta-sts.example.com', false], // not a complete label
  [['*'], 'localhost', false],
  [[], 'mta-sts.example.com', false],
])('%j stands for %s: %s', (names, host, expected) =>
  expect(coversHost(names, host)).toBe(expected),
)
