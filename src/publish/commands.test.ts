import { describe, expect, test } from 'vitest'
import { posixCommands } from '../testing/presentation-reader.ts'
import {
  daneCommands,
  mailServerCommands,
  markCertificateCommand,
  policyCommands,
  receiverCommand,
  recordCommand,
  type ShellCommand,
} from './commands.ts'
import { POSTFIX_COMMANDS, ZIMBRA_COMMANDS } from './mail-server-settings.ts'

const HOST = 'mail1.example.com'
const ALL: ShellCommand[] = [
  recordCommand('example.com'),
  ...policyCommands('mta-sts.example.com'),
  ...mailServerCommands(HOST),
  ...daneCommands(HOST),
  markCertificateCommand,
  receiverCommand('https://reports.example.com/v1/tlsrpt'),
  ...ZIMBRA_COMMANDS,
  ...POSTFIX_COMMANDS,
]
const commandOf = (id: string): string => ALL.find((one) => one.id === id)?.command ?? ''

test.each([
  [
    'cmd.dig',
    'dig +short TXT _mta-sts.example.com; dig +short TXT _smtp._tls.example.com; dig +short TXT default._bimi.example.com; dig +short MX example.com',
  ],
  [
    'cmd.curl-policy',
    'curl -sS -i --max-time 60 --max-filesize 65536 --tlsv1.2 https://mta-sts.example.com/.well-known/mta-sts.txt',
  ],
  [
    'cmd.policy-bytes',
    'curl -sS https://mta-sts.example.com/.well-known/mta-sts.txt | od -c | head',
  ],
  [
    'cmd.policy-cert',
    'openssl s_client -connect mta-sts.example.com:443 -servername mta-sts.example.com -verify_hostname mta-sts.example.com -verify_return_error </dev/null',
  ],
  [
    'cmd.mx-starttls-4',
    'openssl s_client -starttls smtp -connect mail1.example.com:25 -servername mail1.example.com -4 -verify_hostname mail1.example.com -verify_return_error -showcerts </dev/null',
  ],
  [
    'cmd.mx-dates',
    'openssl s_client -starttls smtp -connect mail1.example.com:25 -servername mail1.example.com </dev/null 2>/dev/null | openssl x509 -noout -subject -issuer -dates -ext subjectAltName',
  ],
  [
    'cmd.dane',
    "openssl s_client -starttls smtp -connect mail1.example.com:25 -dane_tlsa_domain mail1.example.com -dane_tlsa_rrdata '3 1 1 HEX' </dev/null",
  ],
  [
    'cmd.tlsa-make',
    'openssl x509 -in cert.pem -noout -pubkey | openssl pkey -pubin -outform DER | openssl dgst -sha256',
  ],
  [
    'cmd.bimi-pem',
    'openssl x509 -in mark.pem -noout -subject -issuer -dates -ext subjectAltName,extendedKeyUsage',
  ],
  ['zimbra.inbound', 'zmprov gs "$(zmhostname)" zimbraMtaTlsSecurityLevel'],
  ['zimbra.outbound-set', 'zmprov ms "$(zmhostname)" zimbraMtaSmtpTlsSecurityLevel may'],
  ['zimbra.protocols-set', "zmprov mcf zimbraMtaSmtpdTlsProtocols '>=TLSv1.2'"],
])('%s', (id, expected) => expect(commandOf(id)).toBe(expected))

test.each([
  ['cmd.mx-starttls-6', '-6'],
  ['cmd.mx-tls12', '-tls1_2'],
  ['cmd.mx-tls13', '-tls1_3'],
  ['cmd.mx-old', '-tls1_1'],
  ['cmd.mx-nosni', '-noservername'],
])('%s has %s', (id, option) => {
  expect(posixCommands(commandOf(id))[0]).toContain(option)
})

test('without a server name there is none', () => {
  expect(commandOf('cmd.mx-nosni')).not.toContain('-servername')
})

test('a TLSA record that is known is compared with', () => {
  const [dane] = daneCommands(HOST, '3 1 1 ab12')
  expect(dane?.command).toContain("-dane_tlsa_rrdata '3 1 1 ab12' <")
  expect(dane?.replaceHere).toBe(undefined)
})

test('what comes from elsewhere stays one word', () => {
  const odd = "x';reboot;'$(id)"
  const commands = [
    ...mailServerCommands(odd),
    ...policyCommands(odd),
    recordCommand(odd, odd),
    receiverCommand(`https://${odd}/?a&b`),
  ]
  for (const { command } of commands) {
    const bare = command.replaceAll(/'(?:[^']|'\\'')*'/g, '')
    expect(bare).not.toMatch(/reboot|\$\(|&/)
  }
})

describe.each(ALL)('$id', ({ id, purpose, look, command, replaceHere = [] }) => {
  test('has its words', () => {
    expect(id).toMatch(/^(?:cmd|zimbra|postfix)\.[a-z0-9-]+$/)
    expect(purpose).not.toMatch(/\.$/)
    expect(look).toMatch(/^[`A-Z].*\.$/s)
    for (const word of replaceHere) expect(command).toContain(word)
  })
})

test('ids are unlike', () => {
  expect(new Set(ALL.map(({ id }) => id)).size).toBe(ALL.length)
})

test('main.cf is nowhere edited by hand', () => {
  for (const { command } of [...ZIMBRA_COMMANDS, ...POSTFIX_COMMANDS])
    expect(command).not.toContain('main.cf')
})
