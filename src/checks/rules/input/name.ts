import { isPublicSuffix } from '../../../protocols/dns/public-suffix.ts'
import { DOMAIN } from '../../example.ts'
import { defineRule } from '../../rule.ts'
import { quoted } from '../quoted.ts'
import { typed } from './typed.ts'

interface Domain {
  domain: string
}

export const name = defineRule({
  id: 'input.name',
  title: 'Whether the name is one that people have mail at',
  needs: ['subject'],
  spec: [{ document: 'RFC 5891', section: '4.2.3.1' }],
  demand: 'practice',
  why: 'A name can be well-formed and still not be the one that stands in mail addresses.',
  messages: {
    'input.www': {
      severity: 'notice',
      title: ({ domain }: Domain) => `\`${domain}\` is the name of a website`,
      advice: ({ domain }: Domain) =>
        `Check \`${domain.slice('www.'.length)}\` if that is what stands behind the \`@\`.`,
      why: 'Mail addresses use the name without `www`.',
    },
    'input.public-suffix': {
      severity: 'warning',
      title: ({ domain }: Domain) =>
        `\`${domain}\` is a suffix that a registry gives names under, not a domain of one owner`,
      advice: () => 'Type the name that was registered below it.',
      why: 'Names below a public suffix belong to many owners, and mail to the suffix itself is rare.',
    },
    'input.hyphen34': {
      severity: 'warning',
      title: ({ label }: { label: string }) =>
        `${quoted(label)} has hyphens in third and fourth place`,
      advice: () => 'Check the spelling.',
      why: 'Such names are reserved for encodings, of which `xn--` is the only one in use. Registries do not give them away.',
      demand: 'specification',
    },
  },
  examples: {
    'input.www': typed('www.example.com'),
    'input.public-suffix': typed('co.uk'),
    'input.hyphen34': typed('ab--c.example'),
  },
  quiet: typed(DOMAIN),
  check({ subject: { domain } }, find) {
    const at = { about: domain }
    const labels = domain.split('.')
    const reserved = labels.filter((label) => /^(?!xn)..--/.test(label))
    return [
      ...(labels[0] === 'www' && labels.length > 2 ? [find('input.www', { domain }, at)] : []),
      ...(isPublicSuffix(domain) ? [find('input.public-suffix', { domain }, at)] : []),
      ...reserved.map((label) => find('input.hyphen34', { label }, at)),
    ]
  },
})
