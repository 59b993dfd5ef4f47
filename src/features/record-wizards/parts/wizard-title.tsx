import type { ReactNode } from 'react'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Actions } from '../../../ui/button.tsx'
import { Kicker, MarginNote, TitleSheet } from '../../../ui/sheet.tsx'
import { WIZARD_NAMES, type WizardKind } from '../wizard.ts'

export interface WizardTitleProps {
  kind: WizardKind
  /** As people read it; null while there is none. */
  domain: string | null
  /** How far the watching is, for a tab in the background: "1 of 3 live". */
  progress?: string | null
  children: ReactNode
}

/** What is made, for whom, and that the address of the page holds it all. */
export function WizardTitle({ kind, domain, progress = null, children }: WizardTitleProps) {
  const name = WIZARD_NAMES[kind]
  if (domain === null)
    return (
      <TitleSheet title={`${name}, step by step`} margin={<Kicker>Wizard</Kicker>}>
        <title>{`${name} wizard – Signet`}</title>
        {children}
      </TitleSheet>
    )
  return (
    <TitleSheet
      title={
        <>
          <span className="whitespace-nowrap">{name}</span> for{' '}
          <span className="font-mono font-[500] tracking-[-0.035em] wrap-anywhere">{domain}</span>
        </>
      }
      margin={<Link />}
    >
      <title>{`${progress === null ? '' : `${progress} – `}${name} for ${domain} – Signet`}</title>
      {children}
    </TitleSheet>
  )
}

function Link() {
  return (
    <>
      <Kicker>Wizard</Kicker>
      <MarginNote>
        Every choice is in this page’s address. Reload it, bookmark it, send it to whoever runs the
        DNS.
      </MarginNote>
      <Actions className="mt-4">
        <CopyButton what="link" look="text" text={() => window.location.href} />
      </Actions>
    </>
  )
}
