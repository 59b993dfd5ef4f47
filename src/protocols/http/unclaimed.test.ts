import { expect, test } from 'vitest'
import { encodeBase64 } from '../text/utf8.ts'
import { unclaimedService } from './unclaimed.ts'

const answer = (text: string, status = 404) => ({
  status,
  body: encodeBase64(new TextEncoder().encode(text)),
})
const github = "<p><strong>There isn't a GitHub Pages site here.</strong></p>"

test.each([
  ['user.github.io', answer(github), 'GitHub Pages'],
  ['user.github.io', answer('404'), null], // claimed, without the file
  ['user.github.io', answer(github, 200), null], // somebody quotes it
  ['notgithub.io', answer(github), null], // complete labels only
  ['x.herokuapp.com', answer('<h1>No such app</h1>'), 'Heroku'],
  ['b.s3-website.eu-central-1.amazonaws.com', answer('<Code>NoSuchBucket</Code>'), 'Amazon S3'],
  ['user.github.io', null, null],
])('%s', (target, seen, expected) => expect(unclaimedService(target, seen)).toBe(expected))
