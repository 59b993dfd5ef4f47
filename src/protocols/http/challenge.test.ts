import { expect, test } from 'vitest'
import { isChallenge } from './challenge.ts'

test.each([
  ['a Cloudflare challenge', '<!DOCTYPE html><title>Just a moment...</title>', true],
  ['its script', '<script src="/cdn-cgi/challenge-platform/h/b/orchestrate"></script>', true],
  ['an Imperva block', '<iframe src="/_Incapsula_Resource?x=1"></iframe>', true],
  [
    'an Akamai block',
    '<H1>Access Denied</H1> You have no permission. Reference&#32;#18.2 Reference #18',
    true,
  ],
  ['a captcha', '<div class="g-recaptcha"></div>', true],
  ['the 403 of nginx', '<html><head><title>403 Forbidden</title></head><hr>nginx</html>', false],
  ['an ordinary page', '<!doctype html><div id="root"></div>', false],
  ['nothing', '', false],
])('%s: %s', (_, text, expected) => expect(isChallenge(text)).toBe(expected))
