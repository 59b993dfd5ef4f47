import type { ComponentProps } from 'react'

/** `main` is wax: one on a page at most. `text` looks like a link and acts. */
export type ButtonLook = 'main' | 'plain' | 'small' | 'small-main' | 'text'

const SOLID =
  'inline-block rounded-corner border text-center font-semibold no-underline transition-colors print:hidden'
const INK =
  'border-ink bg-transparent text-ink hover:bg-ink hover:text-paper disabled:border-rule disabled:bg-transparent ' +
  'disabled:text-ink-3 aria-disabled:border-rule aria-disabled:bg-transparent aria-disabled:text-ink-3 ' +
  'data-done:bg-ink data-done:text-paper'
const WAX =
  'border-wax bg-wax text-on-wax hover:border-wax-hover hover:bg-wax-hover data-done:border-ink data-done:bg-ink ' +
  'data-done:text-paper'
const LARGE = 'min-h-11 px-4 py-2.5 text-side leading-tight'
const SMALL = 'min-h-8 px-3 py-1 text-small leading-tight whitespace-nowrap'

const LOOKS: Record<ButtonLook, string> = {
  main: `${SOLID} ${WAX} ${LARGE}`,
  plain: `${SOLID} ${INK} ${LARGE}`,
  small: `${SOLID} ${INK} ${SMALL}`,
  'small-main': `${SOLID} ${WAX} ${SMALL}`,
  text: 'min-h-8 text-left text-side text-ink link-line print:hidden',
}

/** The classes of a button, for links that lead to the page's next step. */
export function buttonClass(look: ButtonLook): string {
  return LOOKS[look]
}

export interface ButtonProps extends ComponentProps<'button'> {
  look?: ButtonLook
  /** Does nothing now, and keeps the focus of whoever has just pressed it. */
  idle?: boolean
}

/** A verb and its object. */
export function Button(props: ButtonProps) {
  const { look = 'plain', className = '', type = 'button', idle = false, onClick, ...rest } = props
  return (
    <button
      type={type}
      className={`${LOOKS[look]} ${className}`}
      aria-disabled={idle || undefined}
      onClick={idle ? undefined : onClick}
      {...rest}
    />
  )
}

/** Buttons in a row, wrapping. */
export function Actions({
  children,
  className = '',
}: {
  children: React.ReactNode
  className?: string
}) {
  return (
    <div className={`flex flex-wrap items-center gap-x-4 gap-y-3 ${className}`}>{children}</div>
  )
}
