import { valueOf } from '../../../facts/fact.ts'
import {
  formatTlsa,
  isUsableForMail,
  isWellFormed,
  tlsaName,
  type TlsaRecord,
} from '../../../protocols/dane/tlsa.ts'
import { defineRule } from '../../rule.ts'
import { MAIL1, OTHER, SHA256, tlsaHost, tlsaHosts } from './examples.ts'

const SHA512 = SHA256.repeat(2)

/** Records with the same numbers and other data: the next certificate beside the present one. */
function isRollover(records: readonly TlsaRecord[]): boolean {
  const ends = records.filter((record) => record.usage === 3 && isUsableForMail(record))
  return ends.some((one) =>
    ends.some(
      (other) =>
        one.selector === other.selector &&
        one.matchingType === other.matchingType &&
        one.data !== other.data,
    ),
  )
}

interface Seen {
  seen: string
}

export const tlsaRecordRule = defineRule({
  id: 'tlsa.record',
  title: 'What the TLSA records say',
  needs: ['tlsa'],
  spec: [
    { document: 'RFC 6698', section: '2.1' },
    { document: 'RFC 7672', section: '3.1' },
  ],
  why: 'A sender that knows DANE delivers only if the certificate of the server matches one of these records.',
  messages: {
    'tlsa.fields': {
      severity: 'error',
      title: ({ seen }: Seen) =>
        `The TLSA record \`${seen}\` has a number out of range or data of the wrong length`,
      advice: () =>
        'Make the record again from the certificate, as `3 1 1` and 64 hexadecimal digits.',
    },
    'tlsa.usage': {
      severity: ({ all }: { usage: number; all: boolean }) => (all ? 'error' : 'warning'),
      title: ({ usage }: { usage: number; all: boolean }) =>
        `A TLSA record has usage ${usage}, which mail does not use`,
      advice: () => 'Publish `3 1 1`, the public key of the server’s own certificate.',
      why: 'For mail only 2 (a certification authority) and 3 (the server’s certificate) count; 0 and 1 are unusable.',
    },
    'tlsa.mtype-0': {
      severity: 'warning',
      title: ({ seen }: Seen) =>
        `The TLSA record \`${seen}\` holds the whole data instead of a digest`,
      advice: () => 'Use matching type 1, SHA-256.',
      why: 'Large answers get lost on the way (RFC 7671, section 10.1.2).',
    },
    'tlsa.sha512-only': {
      severity: 'notice',
      title: () => 'The TLSA records use SHA-512 only',
      advice: () => 'Publish a record with SHA-256, matching type 1, as well.',
      why: 'SHA-256 is supported everywhere, SHA-512 is optional (RFC 7671, section 9).',
    },
    'tlsa.rollover': {
      severity: 'notice',
      title: ({ host }: { host: string }) => `\`${host}\` has TLSA records for two keys`,
      advice: () =>
        'Nothing to do during a change of certificate. Delete the old record two TTLs after it.',
      demand: 'practice',
    },
    'tlsa.le-intermediate': {
      severity: 'warning',
      title: ({ seen }: Seen) =>
        `The TLSA record \`${seen}\` pins a certification authority by its key`,
      advice: () => 'Prefer `3 1 1` and keep the key when the certificate is renewed.',
      why: 'Public authorities change their intermediate certificates without notice, and the pin then fails.',
      demand: 'practice',
    },
  },
  examples: {
    'tlsa.fields': tlsaHosts(tlsaHost(MAIL1, [`3 1 1 ${SHA256.slice(1)}`])),
    'tlsa.usage': tlsaHosts(tlsaHost(MAIL1, [`1 1 1 ${SHA256}`])),
    'tlsa.mtype-0': tlsaHosts(tlsaHost(MAIL1, ['3 0 0 3082'])),
    'tlsa.sha512-only': tlsaHosts(tlsaHost(MAIL1, [`3 1 2 ${SHA512}`])),
    'tlsa.rollover': tlsaHosts(tlsaHost(MAIL1, [`3 1 1 ${SHA256}`, `3 1 1 ${OTHER}`])),
    'tlsa.le-intermediate': tlsaHosts(tlsaHost(MAIL1, [`2 1 1 ${SHA256}`])),
  },
  quiet: tlsaHosts(tlsaHost(MAIL1, [`3 1 1 ${SHA256}`])),
  check({ tlsa }, find) {
    return tlsa.flatMap(({ host, tlsa: fact }) => {
      const records = valueOf(fact) ?? []
      const at = { about: tlsaName(host) }
      const good = records.filter(isWellFormed)
      const usable = records.filter(isUsableForMail)
      const digests = usable.map(({ matchingType }) => matchingType)
      return [
        ...records
          .filter((record) => !isWellFormed(record))
          .map((record) => find('tlsa.fields', { seen: formatTlsa(record) }, at)),
        ...good
          .filter(({ usage }) => usage < 2)
          .map(({ usage }) => find('tlsa.usage', { usage, all: usable.length === 0 }, at)),
        ...usable
          .filter(({ matchingType }) => matchingType === 0)
          .map((record) => find('tlsa.mtype-0', { seen: formatTlsa(record) }, at)),
        ...(digests.length > 0 && digests.every((type) => type === 2)
          ? [find('tlsa.sha512-only', {}, at)]
          : []),
        ...(isRollover(records) ? [find('tlsa.rollover', { host }, at)] : []),
        // A pin of the key of an authority: an intermediate's, as whole chains with roots are seldom sent.
        ...usable
          .filter(({ usage, selector }) => usage === 2 && selector === 1)
          .map((record) => find('tlsa.le-intermediate', { seen: formatTlsa(record) }, at)),
      ]
    })
  },
})
