import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Area } from '../../../ui/field.tsx'
import { Status } from '../../../ui/status.tsx'

/** The source of a logo, pasted. What has no mark-up stays in the field, with what was expected. */
export function PasteBox({ onText }: { onText: (text: string) => void }) {
  const [text, setText] = useState('')
  const [isRefused, setRefused] = useState(false)
  const submit = () => {
    const isSource = text.includes('<')
    setRefused(!isSource)
    if (!isSource) return
    onText(text)
    setText('')
  }
  return (
    <div className="space-y-3">
      <Area
        label="Or paste the source of an SVG"
        value={text}
        placeholder="<svg …>"
        aria-invalid={isRefused || undefined}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value)
          setRefused(false)
        }}
        help={
          <output>
            {isRefused && (
              <>
                <Status kind="error" /> Expected: the whole text of an SVG file, from{' '}
                <code>&lt;svg</code> to <code>&lt;/svg&gt;</code>. Open the file in a text editor to
                copy it.
              </>
            )}
          </output>
        }
      />
      <Button idle={text.trim() === ''} onClick={submit}>
        Check this source
      </Button>
    </div>
  )
}
