/** Commands for what a browser cannot test, and for the settings of mail servers. All are lines for a POSIX shell. */
import { posixQuoted, posixWord } from './shell.ts'

export interface ShellCommand {
  id: string
  /** What it is for: a noun phrase. */
  purpose: string
  command: string
  /** What to look for in its output, a whole sentence. */
  look: string
  /** Words that the visitor must replace, exactly as they stand in the command. */
  replaceHere?: readonly string[]
}

/** Every record that belongs to a domain. */
export function recordCommand(domain: string, selector = 'default'): ShellCommand {
  const texts = [`_mta-sts.${domain}`, `_smtp._tls.${domain}`, `${selector}._bimi.${domain}`]
  const lines = [
    ...texts.map((name) => `dig +short TXT ${posixWord(name)}`),
    `dig +short MX ${posixWord(domain)}`,
  ]
  return {
    id: 'cmd.dig',
    purpose: 'The records as DNS has them',
    command: lines.join('; '),
    look: 'Each name answers with one text, and the domain with its mail servers.',
  }
}

/** The policy file and its host's certificate. */
export function policyCommands(policyHost: string): ShellCommand[] {
  const url = posixWord(`https://${policyHost}/.well-known/mta-sts.txt`)
  const host = posixWord(policyHost)
  const connect = `openssl s_client -connect ${host}:443 -servername ${host}`
  return [
    {
      id: 'cmd.curl-policy',
      purpose: 'The policy file as senders fetch it',
      command: `curl -sS -i --max-time 60 --max-filesize 65536 --tlsv1.2 ${url}`,
      look: 'The first line says 200, `content-type` says `text/plain`, and the policy follows.',
    },
    {
      id: 'cmd.policy-bytes',
      purpose: 'Characters of the file that nobody sees',
      command: `curl -sS ${url} | od -c | head`,
      look: 'The file begins with `v e r s i o n`, and every line ends with `\\r \\n` or `\\n`.',
    },
    {
      id: 'cmd.policy-cert',
      purpose: 'The certificate of the policy host',
      command: `${connect} -verify_hostname ${host} -verify_return_error </dev/null`,
      look: '`Verify return code: 0 (ok)`.',
    },
    {
      id: 'cmd.policy-dates',
      purpose: 'Dates and names of that certificate',
      command: `${connect} </dev/null 2>/dev/null | openssl x509 -noout -dates -ext subjectAltName`,
      look: `\`notAfter\` is in the future, and \`DNS:${policyHost}\` or a wildcard for it is listed.`,
    },
  ]
}

/** What each mail server must do before `enforce`: TLS 1.2 or later, and a certificate for its own name. */
export function mailServerCommands(mxHost: string): ShellCommand[] {
  const host = posixWord(mxHost)
  const connect = `openssl s_client -starttls smtp -connect ${host}:25 -servername ${host}`
  const verify = `-verify_hostname ${host} -verify_return_error`
  const trusted =
    "`Verify return code: 0 (ok)`. `Didn't find STARTTLS in server response` means that the server offers no TLS."
  return [
    starttls('4', `${connect} -4 ${verify} -showcerts </dev/null`, trusted),
    starttls('6', `${connect} -6 ${verify} -showcerts </dev/null`, trusted),
    {
      id: 'cmd.mx-dates',
      purpose: 'Dates and names of its certificate',
      command: `${connect} </dev/null 2>/dev/null | openssl x509 -noout -subject -issuer -dates -ext subjectAltName`,
      look: `\`notAfter\` is in the future, and \`DNS:${mxHost}\` or a wildcard for it is listed.`,
    },
    {
      id: 'cmd.mx-tls12',
      purpose: 'TLS 1.2',
      command: `${connect} -tls1_2 ${verify} </dev/null`,
      look: '`Verify return code: 0 (ok)`. MTA-STS needs TLS 1.2 or later.',
    },
    {
      id: 'cmd.mx-tls13',
      purpose: 'TLS 1.3',
      command: `${connect} -tls1_3 ${verify} </dev/null`,
      look: '`Verify return code: 0 (ok)`. Without TLS 1.3, TLS 1.2 must work.',
    },
    {
      id: 'cmd.mx-old',
      purpose: 'TLS 1.1, which nobody should offer',
      command: `${connect} -tls1_1 </dev/null`,
      look: 'It should fail. An `openssl` that itself refuses TLS 1.1 fails too, whatever the server does.',
    },
    {
      id: 'cmd.mx-nosni',
      purpose: 'The certificate for senders that name no host',
      command: `openssl s_client -starttls smtp -connect ${host}:25 -noservername ${verify} </dev/null`,
      look: '`Verify return code: 0 (ok)`: the server shows the right certificate to these, too.',
    },
    {
      id: 'cmd.mx-smtp',
      purpose: 'What the server offers',
      command: `{ sleep 2; printf 'EHLO test.example.com\\r\\n'; sleep 2; printf 'QUIT\\r\\n'; } | nc -w 10 ${host} 25`,
      look: 'One line says `250-STARTTLS` or `250 STARTTLS`.',
    },
  ]
}

function starttls(family: '4' | '6', command: string, look: string): ShellCommand {
  return {
    id: `cmd.mx-starttls-${family}`,
    purpose: `STARTTLS and certificate over IPv${family}`,
    command,
    look,
  }
}

/** Why the commands above may see nothing at all. */
export const RUN_ON_A_SERVER =
  'Run these on a server: most home networks and many clouds block outgoing port 25.'

/** DANE, where a mail server has it. */
export function daneCommands(mxHost: string, tlsa = '3 1 1 HEX'): ShellCommand[] {
  const host = posixWord(mxHost)
  return [
    {
      id: 'cmd.dane',
      purpose: 'The certificate against a TLSA record',
      command: `openssl s_client -starttls smtp -connect ${host}:25 -dane_tlsa_domain ${host} -dane_tlsa_rrdata ${posixQuoted(tlsa)} </dev/null`,
      look: '`Verification: OK`, and below it a line that begins with `DANE TLSA 3 1 1`.',
      ...(tlsa.includes('HEX') ? { replaceHere: ['HEX'] } : {}),
    },
    {
      id: 'cmd.tlsa-make',
      purpose: 'The data of a new TLSA record, `3 1 1`',
      command:
        'openssl x509 -in cert.pem -noout -pubkey | openssl pkey -pubin -outform DER | openssl dgst -sha256',
      look: 'The 64 digits are the record’s data.',
      replaceHere: ['cert.pem'],
    },
  ]
}

/** A mark certificate, before it is published. */
export const markCertificateCommand: ShellCommand = {
  id: 'cmd.bimi-pem',
  purpose: 'A mark certificate',
  command:
    'openssl x509 -in mark.pem -noout -subject -issuer -dates -ext subjectAltName,extendedKeyUsage',
  look: 'Your domain is among the names, and the purpose is `1.3.6.1.5.5.7.3.31`, which newer versions spell out as Brand Indicator for Message Identification.',
  replaceHere: ['mark.pem'],
}

/** RFC 8460 section 5.4: whether an https target takes a report. */
export function receiverCommand(url: string): ShellCommand {
  return {
    id: 'cmd.tlsrpt-receiver',
    purpose: 'Whether the address takes reports',
    command: `printf '{}' | gzip | curl -sS -o /dev/null -w '%{http_code}\\n' -H 'Content-Type: application/tlsrpt+gzip' --data-binary @- ${posixWord(url)}`,
    look: 'It prints 200 or 201.',
  }
}
