import { Component, type ErrorInfo, type ReactNode } from 'react'
import { Actions, Button, buttonClass } from '../ui/button.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { RawText } from '../ui/raw-text.tsx'
import { Kicker, TitleSheet } from '../ui/sheet.tsx'
import { Status } from '../ui/status.tsx'

interface State {
  error: Error | null
  stack: string
}

/** What broke is ours, never the domain's: says so, and offers ways back. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null, stack: '' }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override componentDidCatch(_: unknown, { componentStack }: ErrorInfo): void {
    this.setState({ stack: componentStack ?? '' })
  }

  override render(): ReactNode {
    const { error, stack } = this.state
    if (error === null) return this.props.children
    return isMissingCode(error) ? <OldPage /> : <Broken error={error} stack={stack} />
  }
}

/** A part of the app could not be fetched: offline, or a new version has replaced it. */
function isMissingCode(error: Error): boolean {
  return /dynamically imported module|module script failed|error loading/i.test(error.message)
}

function OldPage() {
  return (
    <TitleSheet title="This page’s code could not be fetched" margin={<Kicker>Signet</Kicker>}>
      <title>Not loaded – Signet</title>
      <p>
        <Status kind="unknown" /> Either this browser is offline, or Signet has been updated since
        you opened it. Nothing that you typed has been sent.
      </p>
      <Ways again="Load the page again" />
    </TitleSheet>
  )
}

function Broken({ error, stack }: { error: Error; stack: string }) {
  const report = `${error.name}: ${error.message}\n${stack.trim()}`
  return (
    <TitleSheet title="Something broke in Signet" margin={<Kicker>Signet</Kicker>}>
      <title>Something broke – Signet</title>
      <p>
        <Status kind="crashed" /> The fault is in this program. It says nothing about any domain.
      </p>
      <RawText name="For a report to the authors" text={report} copy="report" />
      <Ways again="Try again" />
    </TitleSheet>
  )
}

function Ways({ again }: { again: string }) {
  return (
    <Actions>
      <Button onClick={() => window.location.reload()}>{again}</Button>
      <a className={buttonClass('plain')} href="/">
        Go to the start page
      </a>
      <CopyButton what="address of this page" text={() => window.location.href} look="text" />
    </Actions>
  )
}
