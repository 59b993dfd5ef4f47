import type { Rule } from '../../rule.ts'
import { dnsAnswers } from './answers.ts'
import { dnsBroken } from './broken.ts'
import { dnsCaa } from './caa.ts'
import { dnsExistence } from './existence.ts'
import { dnsInformation } from './information.ts'
import { dnssecMxHosts, dnssecSigned } from './signed.ts'
import { dnsWildcard } from './wildcard.ts'

export const DNS_RULES: readonly Rule[] = [
  dnsExistence,
  dnsBroken,
  dnsAnswers,
  dnssecSigned,
  dnssecMxHosts,
  dnsWildcard,
  dnsCaa,
  dnsInformation,
]
