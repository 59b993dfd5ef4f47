/** The seal: wax with an envelope's flap pressed into it. Decoration beside the name, so without a name of its own. */
export function Mark({ className = '' }: { className?: string }) {
  return (
    <svg aria-hidden="true" focusable="false" viewBox="0 0 128 128" className={className}>
      <path
        className="seal-wax fill-seal"
        d="M121.2 64.9C121.8 71.1 119.7 78.3 117.4 84.3C115 90.3 111.4 96.3 107.1 101C102.8 105.8 97.3 110 91.6 112.7C85.9 115.3 79.4 115.7 73.2 116.9C67 118.1 60.7 120.2 54.3 119.9C48 119.5 40.4 118.3 35.1 115C29.8 111.6 26.2 105 22.4 99.7C18.7 94.5 15.1 89.4 12.5 83.6C9.9 77.8 6.8 71.1 6.8 64.9C6.7 58.6 9.7 51.9 12.2 46C14.8 40.2 18.2 34.6 22.2 29.8C26.2 24.9 31 20.2 36.4 17C41.8 13.9 48.3 12.6 54.5 11.1C60.8 9.6 67.6 7.5 74 8.1C80.4 8.8 87.9 10.9 92.9 14.7C98 18.6 100.7 25.8 104.2 31.1C107.7 36.4 111 41.1 113.9 46.7C116.7 52.3 120.7 58.6 121.2 64.9z"
      />
      <g className="seal-line fill-none stroke-paper">
        <circle cx="64" cy="64" r="41" strokeWidth="5" />
        <path strokeWidth="6.5" d="M27 46L64 75.5L101 46" />
        <path strokeWidth="4.5" d="M34.5 93L54 67.5M93.5 93L74 67.5" />
      </g>
    </svg>
  )
}
