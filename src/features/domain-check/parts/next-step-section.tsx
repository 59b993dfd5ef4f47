import { Link } from 'react-router'
import type { NextStep, StepItem } from '../../../checks/next-step/step.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Prose } from '../../../ui/prose.tsx'
import { RawText } from '../../../ui/raw-text.tsx'
import { MarginNote, Sheet } from '../../../ui/sheet.tsx'
import type { CheckView } from '../check-view.ts'
import { wizardLink, type WizardLink } from '../view-model/wizard-link.ts'
import { ChangedTextBlock } from './changed-text-block.tsx'
import { PastePolicy } from './paste-policy.tsx'

/** The only box of the page: the one action that matters most now, with its texts in the safe order. */
export function NextStepSection({ step, view }: { step: NextStep; view: CheckView }) {
  const texts = step.items.filter(({ text }) => text !== undefined).length
  const firstText = step.items.findIndex(({ text }) => text !== undefined)
  const items = step.items.map((item, place) => (
    <Item key={place} item={item} view={view} main={place === firstText} />
  ))
  return (
    <Sheet id="next" title="Next step" margin={<ReadBack texts={texts} />}>
      <div className="space-y-4 border border-t-4 border-edge border-t-wax bg-field px-gutter py-6 max-md:-mx-gutter max-md:border-x-0 print:mx-0 print:border">
        <h3 className="text-head!">
          <Prose text={step.heading} />
        </h3>
        <p>
          <Prose text={step.why} />
        </p>
        {items.length > 1 ? <Numbered>{items}</Numbered> : items}
        <ToWizard link={wizardLink(step, view.state.subject.domain)} />
      </div>
    </Sheet>
  )
}

function ReadBack({ texts }: { texts: number }) {
  if (texts === 0) return null
  const subject = texts === 1 ? 'This text was' : texts === 2 ? 'Both texts were' : 'All texts were'
  return <MarginNote>{subject} read back by the same rules: no error, no warning.</MarginNote>
}

/** The texts above in any DNS host's form, and a page that watches until they are live. */
function ToWizard({ link }: { link: WizardLink | null }) {
  if (link === null) return null
  return (
    <p className="text-side print:hidden">
      <Link to={link.to}>Go on in the {link.name} wizard</Link>: the same texts in the form that
      your DNS and web server want, watched until they are live.
    </p>
  )
}

function Numbered({ children }: { children: React.ReactNode[] }) {
  return (
    <ol className="max-w-[50rem] space-y-6">
      {children.map((child, place) => (
        <li key={place} className="relative md:pl-9">
          <span
            aria-hidden="true"
            className="absolute top-[-0.05em] left-0 text-lead font-semibold"
          >
            {place + 1}
          </span>
          <div className="max-md:[&>div>p:first-child]:pl-7">{child}</div>
        </li>
      ))}
    </ol>
  )
}

function Item({ item, view, main }: { item: StepItem; view: CheckView; main: boolean }) {
  return (
    <div className="space-y-3">
      <p>
        <Prose text={item.title} />
      </p>
      {item.text !== undefined && <ChangedTextBlock corrected={item.text} main={main} />}
      {item.remove?.map(({ where, text }) => (
        <RawText
          key={`${where} ${text}`}
          name={
            <>
              Delete at <code>{where}</code>
            </>
          }
          text={text}
        />
      ))}
      <ItemAction item={item} view={view} />
    </div>
  )
}

function ItemAction({ item: { action }, view }: { item: StepItem; view: CheckView }) {
  switch (action) {
    case 'retry':
      return (
        <Actions>
          <Button onClick={view.actions.retry}>Try again</Button>
        </Actions>
      )
    case 'paste-policy':
      return <PastePolicy domain={view.state.subject.domain} onFact={view.actions.paste} />
    case undefined:
      return null
  }
}
