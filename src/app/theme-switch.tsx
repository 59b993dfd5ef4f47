import { useState } from 'react'
import { chooseTheme, currentTheme, THEMES, type Theme } from './theme.ts'

const WORDS: Record<Theme, string> = { system: 'As the system', light: 'Light', dark: 'Dark' }

export function ThemeSwitch() {
  const [theme, setTheme] = useState(currentTheme)
  const choose = (next: Theme) => {
    chooseTheme(next)
    setTheme(next)
  }
  return (
    <fieldset className="flex flex-wrap items-center gap-x-4 gap-y-1 print:hidden">
      <legend className="float-left mr-4 text-ink-2">Colours</legend>
      {THEMES.map((one) => (
        <label key={one} className="flex min-h-6 items-center gap-2">
          <input
            type="radio"
            name="theme"
            className="size-4 accent-ink"
            checked={theme === one}
            onChange={() => choose(one)}
          />
          {WORDS[one]}
        </label>
      ))}
    </fieldset>
  )
}
