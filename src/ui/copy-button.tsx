import { useEffect, useState } from 'react'
import { Button, type ButtonLook } from './button.tsx'

type State = 'ready' | 'copied' | 'refused'

const SECONDS = 2

export interface CopyButtonProps {
  /** What it copies, after the verb: "record", "file", "link". */
  what: string
  /** The text, or how to make it when it is wanted. */
  text: string | (() => string)
  look?: ButtonLook
  className?: string
}

/** Names what it copies, says for two seconds that it did, or that the browser refused. */
export function CopyButton({ what, text, look = 'small', className }: CopyButtonProps) {
  const [state, setState] = useState<State>('ready')
  useEffect(() => {
    if (state !== 'copied') return undefined
    const timer = setTimeout(() => setState('ready'), SECONDS * 1000)
    return () => clearTimeout(timer)
  }, [state])

  const copy = async () => {
    setState(await write(typeof text === 'string' ? text : text()))
  }
  const words: Record<State, string> = {
    ready: `Copy ${what}`,
    copied: 'Copied',
    refused: 'Copying was refused',
  }
  return (
    <>
      <Button
        look={look}
        className={className}
        onClick={() => void copy()}
        data-done={state === 'copied' ? '' : undefined}
      >
        {words[state]}
      </Button>
      <output className="sr-only">
        {state === 'copied' && `Copied ${what}`}
        {state === 'refused' && 'The browser refused. Select the text and copy it by hand.'}
      </output>
    </>
  )
}

async function write(text: string): Promise<State> {
  try {
    await navigator.clipboard.writeText(text)
    return 'copied'
  } catch {
    return 'refused'
  }
}
