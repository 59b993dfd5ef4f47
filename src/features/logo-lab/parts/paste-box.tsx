import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Area } from '../../../ui/field.tsx'

/** The source of a logo, pasted. */
export function PasteBox({ onText }: { onText: (text: string) => void }) {
  const [text, setText] = useState('')
  const submit = () => {
    // A first line of its own: what is one line without mark-up would be taken for a domain.
    onText(text.trimStart().startsWith('<') ? text : `${text}\n\n`)
    setText('')
  }
  return (
    <div className="space-y-3">
      <Area
        label="Or paste the source of an SVG"
        value={text}
        placeholder="<svg …>"
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Button disabled={text.trim() === ''} onClick={submit}>
        Check this source
      </Button>
    </div>
  )
}
