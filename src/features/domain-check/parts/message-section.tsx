import { useMemo, useRef, useState } from 'react'
import { Actions, Button } from '../../../ui/button.tsx'
import { Area } from '../../../ui/field.tsx'
import { MarginNote, Sheet } from '../../../ui/sheet.tsx'
import { Status } from '../../../ui/status.tsx'
import { LONGEST_PASTE, readHeaders, type PastedHeaders } from '../queries/read-headers.ts'
import { readMessage } from '../view-model/message.ts'
import { MessageView } from './message-view.tsx'

/** A message that arrived tells what its receiver made of BIMI. Read wholly in the browser. */
export function MessageSection({ published = null }: { published?: string | null }) {
  const area = useRef<HTMLTextAreaElement>(null)
  const { read, isReading, take } = useReading()
  const message = useMemo(() => (read?.ok === true ? readMessage(read.fields) : null), [read])
  return (
    <div className="print:hidden">
      <Sheet
        id="message"
        title="A message that arrived"
        margin={<MarginNote>What you paste is read in this browser and goes nowhere.</MarginNote>}
      >
        <p>
          The receiver of a message writes into it what became of DMARC and BIMI. Open the message
          in your mail program, choose “Show original” or “View source”, and copy it.
        </p>
        <details>
          <summary className="min-h-8 py-1 font-semibold underline decoration-1 underline-offset-[0.18em]">
            Paste the headers of a received message
          </summary>
          <div className="space-y-3 pt-3">
            <Area
              ref={area}
              label="Headers, or the whole message"
              rows={8}
              maxLength={LONGEST_PASTE}
              aria-invalid={(read !== null && !read.ok) || undefined}
              help={<Help read={read} />}
            />
            <Actions>
              <Button
                look="small"
                disabled={isReading}
                onClick={() => take(area.current?.value ?? '')}
              >
                Read the headers
              </Button>
            </Actions>
          </div>
          {message !== null && <MessageView message={message} published={published} />}
        </details>
      </Sheet>
    </div>
  )
}

function useReading() {
  const [read, setRead] = useState<PastedHeaders | null>(null)
  const [isReading, setReading] = useState(false)
  const take = (text: string) => {
    setReading(true)
    const show = (headers: PastedHeaders): void => {
      setRead(headers)
      setReading(false)
    }
    readHeaders(text).then(show, () => show({ ok: false, why: 'not-loaded' }))
  }
  return { read, isReading, take }
}

const REFUSED: Record<Extract<PastedHeaders, { ok: false }>['why'], string> = {
  nothing: 'Nothing has been pasted yet.',
  binary:
    'This is a file of bytes, not text. Copy the source of the message from the mail program.',
  'no-header':
    'No header field of a message is in it. The source of a message begins with lines such as “Received:” and “From:”.',
  'not-loaded': 'The part of this site that reads messages did not load. Try again.',
  'too-long': 'The first 512 KB hold no end of a header. Paste the header of one message.',
}

function Help({ read }: { read: PastedHeaders | null }) {
  return (
    <>
      <output className="block">
        {read?.ok === false && (
          <>
            <Status kind="error">Not read:</Status> {REFUSED[read.why]}
          </>
        )}
        {read?.ok === true && <>{told(read)}</>}
      </output>
      The text stays in this browser.
    </>
  )
}

function told({ fields, hasBody, cut }: Extract<PastedHeaders, { ok: true }>): string {
  const count = `${fields.length} header ${fields.length === 1 ? 'field' : 'fields'} read.`
  const body = hasBody ? ' What follows them was not looked at.' : ''
  const long = cut === 0 ? '' : ' Fields of more than 10,000 characters were read in part.'
  return `${count}${body}${long} `
}
