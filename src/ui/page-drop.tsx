import { useEffect, useEffectEvent, useState } from 'react'

export interface PageDropProps {
  onFiles: (files: File[]) => void
  /** Pasted text, where the cursor stands in no field. */
  onText: (text: string) => void
}

/** Takes files dropped or pasted anywhere on the page, and shows while they hover that letting go reads them. */
export function PageDrop({ onFiles, onText }: PageDropProps) {
  const [hovering, setHovering] = useState(0)
  const files = useEffectEvent(onFiles)
  const text = useEffectEvent(onText)
  useEffect(() => {
    const stop = new AbortController()
    const on = <K extends 'dragover' | 'dragleave' | 'drop'>(
      name: K,
      listener: (event: DragEvent) => void,
    ) => window.addEventListener(name, listener, { signal: stop.signal })
    on('dragover', (event) => {
      if (!holdsFiles(event.dataTransfer)) return
      event.preventDefault()
      setHovering(countFiles(event.dataTransfer))
    })
    // Leaving the window, not just one element for another.
    on('dragleave', (event) => event.relatedTarget === null && setHovering(0))
    on('drop', (event) => {
      setHovering(0)
      if (!holdsFiles(event.dataTransfer)) return
      event.preventDefault()
      files([...(event.dataTransfer?.files ?? [])])
    })
    const paste = (event: ClipboardEvent) => {
      if (isField(event.composedPath()[0])) return
      const given = [...(event.clipboardData?.files ?? [])]
      const words = event.clipboardData?.getData('text/plain') ?? ''
      if (given.length > 0) files(given)
      else if (words.trim() !== '') text(words)
    }
    window.addEventListener('paste', paste, { signal: stop.signal })
    return () => stop.abort()
  }, [])
  return hovering > 0 ? <Overlay count={hovering} /> : null
}

function Overlay({ count }: { count: number }) {
  return (
    <div className="pointer-events-none fixed inset-0 z-20 grid place-items-center bg-inset p-4">
      <div className="absolute inset-3 border-2 border-dashed border-ink" />
      <output className="block text-center">
        <p className="text-head font-semibold">
          Let go to read {count === 1 ? 'one file' : `${count} files`}
        </p>
        <p className="mx-auto">Files stay in this browser.</p>
      </output>
    </div>
  )
}

function holdsFiles(data: DataTransfer | null): boolean {
  return data?.types.includes('Files') === true
}

function countFiles(data: DataTransfer | null): number {
  return [...(data?.items ?? [])].filter(({ kind }) => kind === 'file').length || 1
}

/** The innermost target: an editor may stand in a shadow tree, whose host is no field. */
function isField(target: EventTarget | undefined): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]') !== null
  )
}
