/** The look of a line to type in. */
export const INPUT =
  'relative w-full min-w-0 rounded-corner border border-edge bg-field px-3 py-1 font-mono text-[1rem] leading-normal text-ink ' +
  'hover:border-ink focus-visible:z-1 aria-invalid:border-2 aria-invalid:border-error'
