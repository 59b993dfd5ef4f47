/**
 * Pages that a protection against robots puts in the place of a file: challenges, blocks. Recognised by what the common
 * ones say; a plain 403 without such words is a status like any other.
 */
const MARKS: readonly RegExp[] = [
  /cf-chl|challenge-platform|cdn-cgi\/challenge/i, // Cloudflare
  /just a moment\.\.\.|checking your browser|attention required/i,
  /enable javascript and cookies to continue|verif(?:y|ying) (?:that )?you are (?:a )?human/i,
  /_incapsula_|incident id:? ?\d|request unsuccessful\. incapsula/i, // Imperva
  /px-captcha|perimeterx|datadome|ddos-guard|sucuri (?:website )?firewall/i,
  /g-recaptcha|h-captcha|hcaptcha\.com|cf-turnstile/i,
  /access denied[\s\S]{0,400}reference\s*#/i, // Akamai
]

/** Is the text of an answer such a page? Ask only for what is no policy file. */
export function isChallenge(text: string): boolean {
  return MARKS.some((mark) => mark.test(text))
}
