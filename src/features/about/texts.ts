/** What the about page says, true for this version: change it with the code that it describes. */

export interface Leaving {
  what: string
  where: string
  when: string
}

export const LEAVES: readonly Leaving[] = [
  {
    what: 'Names to look up: the domain, its mail servers, `mta-sts.`, `_dmarc.`, `._bimi.` and a few more around it',
    where: 'the DNS resolver you choose, over HTTPS',
    when: 'while a check runs; in a wizard, what its record needs, and the mail domains and hosts that you type as targets of reports',
  },
  {
    what: 'The domain name',
    where:
      'the proxy of this site, which fetches the policy file from the policy host, and the logo and the certificate that the domain’s BIMI record names',
    when: 'while a check runs, where this site has a proxy',
  },
  {
    what: 'The names of the records that you have published',
    where:
      'this site’s own resolver and the public ones, two of them; a resolver that you choose alone',
    when: 'while a wizard watches whether they are live, at most once a minute after the first rounds',
  },
  {
    what: 'Requests for the policy file and the published logo, from your own address',
    where: 'the policy host of the domain, and the host of its logo',
    when: 'only where this site has no proxy',
  },
]

export const RESOLVERS: readonly string[] = [
  'Browsers cannot ask DNS questions themselves, so Signet asks a resolver over HTTPS ([RFC 8484](https://www.rfc-editor.org/rfc/rfc8484)). `cloudflare-dns.com` is asked first, and `dns.google` when it does not answer. A Signet that is served with its own resolver asks that one first. Where a record is missing, or is an alias, the next one is asked for that name too: the two may differ while a change is on its way. A resolver that you choose is asked alone.',
  'You can choose one of them, or a resolver of your own that allows web pages to ask it, on the [start page](/). No cookie and no other mark goes with a question.',
  'Resolvers keep answers for as long as their owner allows. After a change, the old answer may be seen until then; each answer says for how long.',
]

export const LIMITS: readonly string[] = [
  'Mail servers themselves: browsers cannot speak SMTP, so whether a server offers TLS, and with which certificate, is not looked at.',
  'The certificate of the policy host, where this site’s proxy cannot see it. The page then says “Could not check”. The command line always sees it.',
  'What senders have cached. A sender may apply an older policy until its `max_age` is over.',
  'Names that only your own network resolves. Signet sees what the public sees.',
  'Senders whose code is not public. What Signet says of senders was read in their source code, and says when.',
  'The inside of logos and mark certificates. This version fetches and shows them, and judges how they are announced and served.',
  'TLS reports: this version does not read them.',
  'Whether a mailbox shows a logo. That is for its provider to decide; Signet says what each is known to ask for, and when that was read.',
]

export const TERMINAL: readonly string[] = [
  'The command line judges by the same rules, prints JSON for programs, and ends with an exit status for continuous integration: 0 without an error, 1 with one, 2 when the command was wrong, 3 when something could not be learned.',
]

export interface Work {
  name: string
  use: string
  licence: string
  /** Where its text is. */
  text?: string
}

export const WORKS: readonly Work[] = [
  {
    name: 'Source Serif 4',
    use: 'our voice',
    licence: 'SIL Open Font License 1.1',
    text: '/licences/source-serif-4.txt',
  },
  {
    name: 'Source Code Pro',
    use: 'the voice of machines',
    licence: 'SIL Open Font License 1.1',
    text: '/licences/source-code-pro.txt',
  },
  {
    name: 'All packages in this app',
    use: 'React, React Router, TanStack Query and others',
    licence: 'as listed, with their texts',
    text: '/licences/packages.md',
  },
]
