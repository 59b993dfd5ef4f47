import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react'

export interface Tab {
  id: string
  title: ReactNode
}

export interface TabsProps {
  /** What the list chooses: "Where the file is served". */
  label: string
  tabs: readonly Tab[]
  /** The id of the one that is open. */
  open: string
  onOpen: (id: string) => void
  /** What the open one holds. */
  children: ReactNode
}

/** A list of tabs beside their panel, wrapping above it where it is narrow. Arrow keys, Home and End move and open. */
export function Tabs({ label, tabs, open, onOpen, children }: TabsProps) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const place = tabs.findIndex((tab) => tab.id === open)
  const move = (event: KeyboardEvent) => {
    const next = tabs[placeAfter(event.key, place, tabs.length) ?? -1]
    if (next === undefined) return
    event.preventDefault()
    onOpen(next.id)
    list.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(next.id)}"]`)?.focus()
  }
  return (
    <div className="md:grid md:grid-cols-labelled">
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        aria-orientation="vertical"
        className="flex flex-wrap gap-x-6 pb-2 md:flex-col md:flex-nowrap md:pb-0 print:hidden"
      >
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-tab-${tab.id}`}
            data-tab={tab.id}
            aria-selected={tab.id === open}
            aria-controls={`${id}-panel`}
            tabIndex={tab.id === open ? 0 : -1}
            onClick={() => onOpen(tab.id)}
            onKeyDown={move}
            className={TAB}
          >
            {tab.title}
          </button>
        ))}
      </div>
      <div
        id={`${id}-panel`}
        role="tabpanel"
        aria-labelledby={`${id}-tab-${open}`}
        className="min-w-0 space-y-3 md:*:not-[figure]:ml-4"
      >
        {children}
      </div>
    </div>
  )
}

const TAB =
  'min-h-9 cursor-pointer border-b-3 border-transparent pr-2 text-left text-side leading-tight hover:border-edge ' +
  'aria-selected:border-ink aria-selected:font-semibold md:min-h-8 md:border-r-3 md:border-b-0 md:border-inset ' +
  'md:hover:border-edge md:aria-selected:border-ink forced-colors:not-aria-selected:border-[Canvas]'

/** Where a key leads in a list that goes round; null for other keys. */
function placeAfter(key: string, place: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return (place + 1) % count
    case 'ArrowUp':
    case 'ArrowLeft':
      return (place - 1 + count) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
