import { useRef, type ReactNode } from 'react'
import { Actions, Button } from './button.tsx'

export interface DropZoneProps {
  onFiles: (files: File[]) => void
  /** What may be dropped, in words. */
  children: ReactNode
  /** Stands beside the button. */
  hint?: ReactNode
}

/** The visible place for files. Dropping and pasting work on the whole page: see `PageDrop`. */
export function DropZone({ onFiles, children, hint }: DropZoneProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className="space-y-3 rounded-corner border border-dashed border-edge px-[clamp(1rem,4vw,1.5rem)] pt-4 pb-6 text-left print:hidden">
      {children}
      <Actions>
        <Button onClick={() => input.current?.click()}>Choose files</Button>
        {hint}
        <input
          ref={input}
          type="file"
          multiple
          hidden
          onChange={({ currentTarget }) => {
            onFiles([...(currentTarget.files ?? [])])
            // So that the same file can be chosen again.
            currentTarget.value = ''
          }}
        />
      </Actions>
    </div>
  )
}
