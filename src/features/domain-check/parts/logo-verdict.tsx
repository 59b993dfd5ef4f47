import { use, useMemo } from 'react'
import type { HttpAnswer } from '../../../protocols/http/answer.ts'
import { Button } from '../../../ui/button.tsx'
import { LogoLabDoor } from '../logo-lab-door.ts'
import { publishedLogo } from '../view-model/published-logo.ts'

/** Whether the served logo is a BIMI logo at all, and the way to all that can be said of it. */
export function LogoVerdict({ answer }: { answer: HttpAnswer }) {
  const logo = useMemo(() => publishedLogo(answer), [answer])
  const open = use(LogoLabDoor)
  if (logo === null) return null
  const { bytes, name, words } = logo
  return (
    <>
      <p>{words}</p>
      {open !== null && (
        <p>
          <Button look="small" onClick={() => open(new File([new Uint8Array(bytes)], name))}>
            Open it in the logo lab
          </Button>
        </p>
      )}
    </>
  )
}
