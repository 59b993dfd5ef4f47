import { dnsSource, txtFact } from '../../../facts/build.ts'
import { found } from '../../../facts/fact.ts'
import { all, DOMAIN, noStsRecord, seen, stsRecords } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { holdsRecord, RECORD_SPEC, recordsElsewhere } from './record-entries.ts'

const WRONG = `mta-sts.${DOMAIN}`
const TEXT = 'v=STSv1; id=2026083101'

interface Names {
  seen: string
  right: string
}

export const recordName = defineRule({
  id: 'sts.record.wrong-name',
  title: 'The name that the record stands at',
  needs: [],
  known: ['mtaStsRecord'],
  reads: ['mtaStsElsewhere', 'domainTxt'],
  spec: RECORD_SPEC,
  why:
    'Senders ask for one name only, and a record anywhere else is never read. The name of the record begins with an ' +
    'underscore and has a hyphen; the name of the web host has no underscore.',
  messages: {
    'sts.record.wrong-name': {
      severity: 'error',
      title: ({ seen, right }: Names) =>
        `The MTA-STS record stands at \`${seen}\` instead of \`${right}\``,
      advice: ({ right }: Names) =>
        `Move the record to \`${right}\`. Many DNS panels append the domain by themselves, so try \`_mta-sts\` there.`,
    },
  },
  examples: {
    'sts.record.wrong-name': all(
      noStsRecord(),
      seen(`${WRONG} TXT "${TEXT}"`, {
        mtaStsElsewhere: found(
          [{ name: WRONG, txt: txtFact(WRONG, [TEXT]) }],
          dnsSource(WRONG, 'TXT'),
        ),
      }),
    ),
  },
  quiet: stsRecords(TEXT),
  fix: 'mta-sts-record',
  check({ mtaStsRecord, mtaStsElsewhere, domainTxt }, find) {
    if (holdsRecord(mtaStsRecord)) return []
    const right = mtaStsRecord.source.name
    return recordsElsewhere({ mtaStsElsewhere, domainTxt }).map(({ name }) =>
      find('sts.record.wrong-name', { seen: name, right }, { about: name }),
    )
  },
})
