import { useLocation } from 'react-router'
import { reportJson } from '../../../checks/report-json.ts'
import { reportMarkdown } from '../../../checks/report-markdown.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import type { CheckView } from '../check-view.ts'
import { saveFile } from '../../../ui/save-file.ts'

/** Link, exports and print. */
export function KeepSection({ view }: { view: CheckView }) {
  const { search } = useLocation()
  const { report, subject } = view.state
  const markdown = () => reportMarkdown(report, view.began)
  const json = () => `${JSON.stringify(reportJson(report), null, 2)}\n`
  const day = new Date(view.began).toISOString().slice(0, 10)
  const name = `signet-${subject.domain}-${day}`
  return (
    <div className="print:hidden">
      <Sheet id="keep" title="Keep">
        <p>
          The address of this page holds the whole question: <code>/check{search}</code>. Whoever
          opens it asks again. An export holds today’s answers.
        </p>
        <Actions>
          <Button onClick={() => saveFile(`${name}.json`, 'application/json', json())}>
            Save as JSON
          </Button>
          <Button onClick={() => saveFile(`${name}.md`, 'text/markdown', markdown())}>
            Save as Markdown
          </Button>
          <CopyButton what="Markdown" look="plain" text={markdown} />
          <Button onClick={() => window.print()}>Print</Button>
        </Actions>
      </Sheet>
    </div>
  )
}
