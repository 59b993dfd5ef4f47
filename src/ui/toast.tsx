import { createContext, use, useCallback, useState, type ReactNode } from 'react'

export interface Message {
  text: ReactNode
  /** What can be done about it: "Undo", "Show it". */
  action?: { label: string; do: () => void }
}

const Say = createContext<(message: Message) => void>(() => undefined)

/** Tells of something that happened elsewhere on the page. It stays until it is read. */
export function useToast(): (message: Message) => void {
  return use(Say)
}

interface Shown extends Message {
  key: number
}

export function Toasts({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown[]>([])
  const say = useCallback((message: Message) => {
    setShown((before) => [...before, { ...message, key: (before.at(-1)?.key ?? 0) + 1 }])
  }, [])
  const close = (key: number) => setShown((before) => before.filter((one) => one.key !== key))
  return (
    <Say value={say}>
      {children}
      <output className="fixed inset-x-4 bottom-4 z-10 ml-auto flex max-w-120 flex-col gap-3 empty:hidden print:hidden">
        {shown.map((message) => (
          <Toast key={message.key} message={message} close={() => close(message.key)} />
        ))}
      </output>
    </Say>
  )
}

const ACT =
  'min-h-6 flex-none font-semibold underline underline-offset-[0.18em] focus-visible:outline-paper!'

function Toast({ message, close }: { message: Message; close: () => void }) {
  const { text, action } = message
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-2 rounded-corner border border-transparent bg-ink px-4 py-3 text-side text-paper">
      <span>{text}</span>
      <span className="flex gap-4">
        {action !== undefined && (
          <button
            type="button"
            className={ACT}
            onClick={() => {
              action.do()
              close()
            }}
          >
            {action.label}
          </button>
        )}
        <button type="button" className={ACT} onClick={close}>
          Close
        </button>
      </span>
    </div>
  )
}
