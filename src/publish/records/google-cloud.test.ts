import { expect, test } from 'vitest'
import { ALIAS, CHANGED, NEW, record, TARGETS } from '../../testing/zone-records.ts'
import { googleCloud } from './google-cloud.ts'

test('new records are created, others updated', () => {
  expect(googleCloud.write([NEW, CHANGED, ALIAS]).text).toBe(
    `gcloud dns record-sets create _mta-sts.example.com. --zone=MANAGEDZONE --type=TXT --ttl=3600 --rrdatas='"v=STSv1; id=2026083101"'
gcloud dns record-sets update _mta-sts.mail.example.com. --zone=MANAGEDZONE --type=TXT --ttl=3600 --rrdatas='"v=STSv1; id=2026083102"'
gcloud dns record-sets create mta-sts.example.com. --zone=MANAGEDZONE --type=CNAME --ttl=3600 --rrdatas='web.example.net.'
`,
  )
})

test('commas need another delimiter', () => {
  expect(googleCloud.write([TARGETS]).text).toContain(
    `--rrdatas='^|^"v=TLSRPTv1; rua=mailto:a@example.com,mailto:b@example.com"'\n`,
  )
})

test.each([
  ['a,b|c', '^~^"a,b|c"'],
  ['a,|~#!', '^@@^"a,|~#!"'],
  ['a,|~#!@@%%++', '^||^"a,|~#!@@%%++"'],
])('the delimiter is not in the data: %s', (value, expected) => {
  expect(googleCloud.write([record(value)]).text).toContain(`--rrdatas='${expected}'\n`)
})
