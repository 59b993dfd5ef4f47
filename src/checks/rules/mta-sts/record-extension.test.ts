import { test } from 'vitest'
import { expectFindings } from '../../../testing/expect-findings.ts'
import { stsRecords } from '../../example.ts'
import { recordExtension as rule } from './record-extension.ts'

test.each([
  ['none', 'v=STSv1; id=1', []],
  ['an extension', 'v=STSv1; id=1; foo=bar', ['notice sts.record.extension']],
  [
    'two',
    'v=STSv1; a=b; id=1; c=d',
    ['notice sts.record.extension', 'notice sts.record.extension'],
  ],
  ['another case of id beside it', 'v=STSv1; id=1; ID=2', ['notice sts.record.extension']],
  ['the mode', 'v=STSv1; id=1; mode=enforce', ['warning sts.record.policy-in-txt']],
  ['a mail server', 'v=STSv1; id=1; mx=mail.example.com', ['warning sts.record.policy-in-txt']],
  ['the lifetime', 'v=STSv1; id=1; max_age=86400', ['warning sts.record.policy-in-txt']],
  [
    'the address for reports',
    'v=STSv1; id=1; rua=mailto:t@example.com',
    ['warning sts.record.policy-in-txt'],
  ],
  ['a broken field is no extension', 'v=STSv1; id=1; foo', []],
  ['beside a good record a near miss is a stray', 'v=spf1 mode=1', []],
])('%s', (_, record, expected) => expectFindings(rule, stsRecords(record), expected))
