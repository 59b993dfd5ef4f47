import { defineRule } from '../../rule.ts'
import { located } from '../from-problems.ts'
import { bimiRecords, LOGO, MARK, RECORD } from './examples.ts'
import { textFactOf } from './text-fact.ts'

const CODES = [
  'l-scheme',
  'a-scheme',
  'uri-syntax',
  'uri-multiple',
  'l-extension',
  'l-other-format',
  'a-extension',
  'a-is-svg',
  'l-is-pem',
] as const

interface Seen {
  seen: string
}

export const bimiRecordAddresses = defineRule({
  id: 'bimi.record.addresses',
  title: 'The addresses in the assertion record',
  needs: ['bimiRecord'],
  reads: ['bimiTxt'],
  spec: [{ document: 'BIMI draft', section: 'Assertion Record Definition' }],
  why: 'Providers fetch the logo and the mark certificate from these addresses, by themselves and over https only.',
  messages: {
    'bimi.record.l-scheme': {
      severity: 'error',
      title: ({ seen }: Seen) =>
        `The address of the logo, \`${seen}\`, does not begin with \`https://\``,
      advice: () =>
        'Serve the logo over https, and write the whole address. Embedded data is not allowed.',
    },
    'bimi.record.a-scheme': {
      severity: 'error',
      title: ({ seen }: Seen) =>
        `The address of the certificate, \`${seen}\`, does not begin with \`https://\``,
      advice: () => 'Serve the certificate over https, and write the whole address.',
    },
    'bimi.record.uri-syntax': {
      severity: 'error',
      title: ({ seen }: Seen) => `\`${seen}\` is not a full address with a host name`,
      advice: () => 'Use a domain name as host, and write blanks as `%20` and commas as `%2C`.',
    },
    'bimi.record.uri-multiple': {
      severity: 'error',
      title: ({ seen }: Seen) => `One tag holds several addresses: \`${seen}\``,
      advice: () => 'Keep one. For another logo publish a record under a selector of its own.',
    },
    'bimi.record.l-extension': {
      severity: ({ otherFormat }: Seen & { otherFormat: boolean }) =>
        otherFormat ? 'error' : 'warning',
      title: ({ seen, otherFormat }: Seen & { otherFormat: boolean }) =>
        otherFormat
          ? `The logo \`${seen}\` is of another picture format than SVG`
          : `The address of the logo, \`${seen}\`, does not end in \`.svg\` or \`.svgz\``,
      advice: ({ otherFormat }: Seen & { otherFormat: boolean }) =>
        otherFormat
          ? 'Have the logo drawn as SVG Tiny PS, and publish that file.'
          : 'Give the file a name that ends in `.svg`.',
      why: 'Providers know the format by the end of the name, and give up for good on any other.',
    },
    'bimi.record.a-extension': {
      severity: 'warning',
      title: ({ seen }: Seen) =>
        `The address of the certificate, \`${seen}\`, does not end in \`.pem\``,
      advice: () => 'Rename the file, and see that it is PEM text.',
    },
    'bimi.record.a-is-svg': {
      severity: 'error',
      title: ({ seen }: Seen) => `The address of the certificate, \`${seen}\`, is that of a logo`,
      advice: () => 'Put the logo into `l=` and the certificate into `a=`.',
    },
    'bimi.record.l-is-pem': {
      severity: 'error',
      title: ({ seen }: Seen) => `The address of the logo, \`${seen}\`, is that of a certificate`,
      advice: () => 'Put the logo into `l=` and the certificate into `a=`.',
    },
  },
  examples: {
    'bimi.record.l-scheme': bimiRecords('v=BIMI1; l=http://example.com/logo.svg'),
    'bimi.record.a-scheme': bimiRecords(`v=BIMI1; l=${LOGO}; a=http://example.com/mark.pem`),
    'bimi.record.uri-syntax': bimiRecords('v=BIMI1; l=https://192.0.2.1/logo.svg'),
    'bimi.record.uri-multiple': bimiRecords(
      'v=BIMI1; l=https://a.example/1.svg,https://b.example/2.svg',
    ),
    'bimi.record.l-extension': bimiRecords('v=BIMI1; l=https://example.com/logo.png'),
    'bimi.record.a-extension': bimiRecords(`v=BIMI1; l=${LOGO}; a=https://example.com/mark.crt`),
    'bimi.record.a-is-svg': bimiRecords(`v=BIMI1; l=${LOGO}; a=${LOGO}`),
    'bimi.record.l-is-pem': bimiRecords(`v=BIMI1; l=${MARK}`),
  },
  quiet: bimiRecords(RECORD),
  fix: 'bimi-record',
  check({ bimiRecord, bimiTxt, source }, find) {
    const about = source('bimiRecord').name
    const where = { fact: textFactOf(about, bimiTxt), about }
    return located(bimiRecord.entries, CODES, where).map(({ code, problem, at }) => {
      const { seen = '' } = problem
      if (code === 'l-extension' || code === 'l-other-format')
        return find('bimi.record.l-extension', { seen, otherFormat: code === 'l-other-format' }, at)
      return find(`bimi.record.${code}`, { seen }, at)
    })
  },
})
