import type { ShellCommand } from '../../../publish/commands.ts'
import { Prose } from '../../../ui/prose.tsx'
import { RawText } from '../../../ui/raw-text.tsx'
import { fillIn } from '../view-model/fill-in.ts'

/** Commands for what a browser cannot see, each with what to look for. */
export function Commands({ commands }: { commands: readonly ShellCommand[] }) {
  return commands.map(({ id, purpose, command, look, replaceHere = [] }) => (
    <RawText
      key={id}
      name={<Prose text={purpose} />}
      text={command}
      marks={fillIn(command, replaceHere, () => '').marks}
      copy="command"
      seen={<Prose text={look} />}
    />
  ))
}

export interface MoreProps {
  title: string
  children: React.ReactNode
}

/** What only some want to see. */
export function More({ title, children }: MoreProps) {
  return (
    <details>
      <summary className="inline-block min-h-6 text-side link-line">
        <Prose text={title} />
      </summary>
      <div className="mt-3 space-y-3">{children}</div>
    </details>
  )
}
