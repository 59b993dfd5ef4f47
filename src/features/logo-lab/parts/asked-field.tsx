import { useState } from 'react'
import { Field } from '../../../ui/field.tsx'
import type { RepairOptions } from '../../../svg/fixes/fix.ts'
import type { Asked } from '../view-model/repair-rows.ts'

export interface AskedFieldProps {
  asked: Asked
  options: RepairOptions
  onOptions: (options: RepairOptions) => void
}

/** What a repair needs to be told. */
export function AskedField({ asked, options, onOptions }: AskedFieldProps) {
  switch (asked) {
    case 'title':
      return (
        <Field
          label="Name of your organisation, at most 64 characters"
          maxLength={64}
          value={options.title}
          onChange={({ currentTarget }) => onOptions({ ...options, title: currentTarget.value })}
          help="Empty: the title stays as it is in the file, or is made of the file’s name."
        />
      )
    case 'description':
      return (
        <Field
          label="A sentence for people who do not see the logo"
          value={options.description}
          onChange={({ currentTarget }) =>
            onOptions({ ...options, description: currentTarget.value })
          }
        />
      )
    case 'background':
      return <BackgroundField options={options} onOptions={onOptions} />
    case 'padding':
      return (
        <label className="block">
          <span className="mb-1 block font-semibold">
            Room on each side: {Math.round(options.padding * 100)}&nbsp;%
          </span>
          <input
            type="range"
            min={0}
            max={30}
            value={Math.round(options.padding * 100)}
            onChange={({ currentTarget }) =>
              onOptions({ ...options, padding: Number(currentTarget.value) / 100 })
            }
            className="w-full max-w-80 accent-ink"
          />
        </label>
      )
  }
}

/** What is half typed stays in the field; only a whole colour goes into the logo. */
function BackgroundField({ options, onOptions }: Omit<AskedFieldProps, 'asked'>) {
  const colour = options.background ?? '#ffffff'
  const [typed, setTyped] = useState(colour)
  const choose = (next: string) => {
    setTyped(next)
    if (isWhole(next)) onOptions({ ...options, background: next })
  }
  return (
    <div className="flex flex-wrap items-end gap-3">
      <input
        type="color"
        aria-label="Choose the colour by eye"
        value={colour.toLowerCase()}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
        className="h-11 w-14 cursor-pointer rounded-corner border border-edge bg-field p-1"
      />
      <div className="w-40">
        <Field
          label="Colour"
          value={typed}
          maxLength={7}
          onChange={({ currentTarget }) => choose(currentTarget.value.trim())}
          error={isWhole(typed) ? undefined : 'Expected: # and six digits, such as #FFF6E3'}
        />
      </div>
    </div>
  )
}

function isWhole(colour: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(colour)
}
