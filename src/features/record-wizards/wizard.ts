import { STAGES } from '../../publish/make/form-state/mta-sts.ts'

/** The three wizards: where they are, and what they are called. */
export type WizardKind = 'mta-sts' | 'tls-rpt' | 'bimi'

export const WIZARD_NAMES: Record<WizardKind, string> = {
  'mta-sts': 'MTA-STS',
  'tls-rpt': 'TLS-RPT',
  bimi: 'BIMI',
}

/** The parts of a wizard's page, in order; each is the address of its section. */
export { STAGES }
export type Stage = (typeof STAGES)[number]
