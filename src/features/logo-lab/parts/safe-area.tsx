/** The circle that mailboxes cut out of the square, drawn over it: what is outside is lost. */
export function SafeArea() {
  return (
    <svg
      viewBox="0 0 100 100"
      aria-hidden="true"
      focusable="false"
      className="pointer-events-none absolute inset-0 size-full"
    >
      <path
        fillRule="evenodd"
        d="M0 0H100V100H0zM50 0A50 50 0 1 0 50 100A50 50 0 1 0 50 0z"
        className="fill-ink opacity-40"
      />
      <circle
        cx="50"
        cy="50"
        r="49.5"
        strokeDasharray="3 2"
        className="fill-none stroke-paper stroke-1"
      />
    </svg>
  )
}
