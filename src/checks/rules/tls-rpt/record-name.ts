import { dnsSource, nothing, txtFact } from '../../../facts/build.ts'
import { found } from '../../../facts/fact.ts'
import { all, DOMAIN, rptRecords, seen } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { GOOD, holdsRecord, RECORD_SPEC, recordsElsewhere } from './record-entries.ts'

const RIGHT = `_smtp._tls.${DOMAIN}`
const WRONG = `_tls.${DOMAIN}`

interface Names {
  seen: string
  right: string
}

export const recordName = defineRule({
  id: 'rpt.record.wrong-name',
  title: 'The name that the record stands at',
  needs: [],
  known: ['tlsRptRecord'],
  reads: ['tlsRptElsewhere', 'domainTxt'],
  spec: RECORD_SPEC,
  why:
    'Senders ask for one name only, and a record anywhere else is never read. The name has two labels before the ' +
    'domain, `_smtp` and then `_tls`, each with its underscore.',
  messages: {
    'rpt.record.wrong-name': {
      severity: 'error',
      title: ({ seen, right }: Names) =>
        `The TLS-RPT record stands at \`${seen}\` instead of \`${right}\``,
      advice: ({ right }: Names) =>
        `Move the record to \`${right}\`. Many DNS panels append the domain by themselves, so try \`_smtp._tls\` there.`,
    },
  },
  examples: {
    'rpt.record.wrong-name': all(
      seen(`${RIGHT} has no TXT record`, { tlsRptTxt: nothing(RIGHT, 'TXT') }),
      seen(`${WRONG} TXT "${GOOD}"`, {
        tlsRptElsewhere: found(
          [{ name: WRONG, txt: txtFact(WRONG, [GOOD]) }],
          dnsSource(WRONG, 'TXT'),
        ),
      }),
    ),
  },
  quiet: rptRecords(GOOD),
  fix: 'tls-rpt-record',
  check({ tlsRptRecord, tlsRptElsewhere, domainTxt }, find) {
    if (holdsRecord(tlsRptRecord)) return []
    const right = tlsRptRecord.source.name
    return recordsElsewhere({ tlsRptElsewhere, domainTxt }).map(({ name }) =>
      find('rpt.record.wrong-name', { seen: name, right }, { about: name }),
    )
  },
})
