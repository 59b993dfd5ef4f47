// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Repairs } from '../../workers/client.ts'
import type { RepairAnswer, RepairRequest } from '../../workers/jobs.ts'
import type { GivenLogo } from './given-logo.ts'
import { LogoLabPage, type LogoLabPageProps } from './logo-lab-page.tsx'
import { SAMPLE_LOGO } from './sample-logo.ts'

vi.mock('./source/load-editor.ts', () => ({
  loadEditor: () =>
    Promise.resolve({
      default: ({ text, onText }: { text: string; onText: (text: string) => void }) => (
        <textarea
          aria-label="editor"
          value={text}
          onChange={({ currentTarget }) => onText(currentTarget.value)}
        />
      ),
    }),
}))

const NS = 'xmlns="http://www.w3.org/2000/svg"'
const GOOD = `<svg ${NS} version="1.2" baseProfile="tiny-ps" width="96" height="96" viewBox="0 0 96 96"><title>Finch</title><desc>A bird</desc><rect width="96" height="96" fill="#fff"/><path fill="#a00" d="M32 32h32v32h-32z"/></svg>`

const ANSWER: RepairAnswer = {
  text: GOOD,
  schemaValid: true,
  same: true,
  isFixed: true,
  views: 8,
  largestView: 512,
  steps: [
    {
      id: 'profile',
      title: 'Declare the profile `tiny-ps`',
      loss: 'lossless',
      isOptional: false,
      changes: [
        {
          what: 'Correct `baseProfile`',
          before: 'baseProfile="tiny"',
          after: 'baseProfile="tiny-ps"',
          origin: null,
        },
      ],
    },
  ],
  obstacles: [],
  switchedOff: [],
  fixes: [
    {
      id: 'profile',
      title: 'Declare the profile `tiny-ps`',
      loss: 'lossless',
      isOptional: false,
      finds: true,
    },
    {
      id: 'title-words',
      title: 'Name the organisation',
      loss: 'words',
      isOptional: false,
      finds: false,
    },
    {
      id: 'background',
      title: 'Put a colour behind',
      loss: 'look',
      isOptional: false,
      finds: false,
    },
  ],
}

const asked: RepairRequest[] = []
let answers: () => Promise<RepairAnswer>
const repairs: Repairs = (request) => {
  asked.push(request)
  return answers()
}

beforeEach(() => {
  asked.length = 0
  answers = () => Promise.resolve(ANSWER)
})
afterEach(cleanup)

const file = (name: string, text: string): GivenLogo => {
  const bytes = new TextEncoder().encode(text)
  return { key: name, name, via: 'file', size: bytes.length, bytes }
}

function page(props: Partial<LogoLabPageProps> = {}) {
  const all: LogoLabPageProps = {
    logos: [],
    shown: null,
    onShow: vi.fn(),
    onFiles: vi.fn(),
    onText: vi.fn(),
    onForget: vi.fn(),
    onMade: vi.fn(),
    repairs,
    ...props,
  }
  render(
    <MemoryRouter>
      <LogoLabPage {...all} />
    </MemoryRouter>,
  )
  return all
}

const row = (name: string) => screen.getByText(name, { selector: 'dt' }).parentElement?.textContent
const repaired = () => waitFor(() => expect(row('Repaired')).toContain('Fixed'))
const lastAsked = () => asked.at(-1)?.options

test('without a logo it says what it is for, and takes pasted source', () => {
  const { onText } = page()
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Will this logo do for BIMI?')
  expect(document.body.textContent).toContain('a reload forgets them')
  const box = screen.getByLabelText('Or paste the source of an SVG')
  fireEvent.change(box, { target: { value: 'hello' } })
  fireEvent.click(screen.getByText('Check this source'))
  expect(onText).not.toHaveBeenCalled()
  expect((box as HTMLTextAreaElement).value).toBe('hello')
  expect(document.body.textContent).toContain('Expected: the whole text of an SVG file')
  fireEvent.change(box, { target: { value: ' <svg/>' } })
  fireEvent.click(screen.getByText('Check this source'))
  expect(onText).toHaveBeenCalledWith(' <svg/>')
  expect((box as HTMLTextAreaElement).value).toBe('')
})

test('the sample is judged, repaired and titled after its file', async () => {
  const { onMade } = page()
  fireEvent.click(screen.getByText('Try the sample logo'))
  const title = screen.getByRole('heading', { level: 1 })
  expect([title.textContent, document.activeElement]).toEqual([SAMPLE_LOGO.name, title])
  expect(row('Schema')).toContain('Error')
  await repaired()
  expect(lastAsked()).toMatchObject({ title: 'Marten roastery', fileName: SAMPLE_LOGO.name })
  const made = { name: 'marten-roastery-fixed.svg', text: GOOD }
  await waitFor(() => expect(onMade).toHaveBeenCalledWith(made))
  expect(asked).toHaveLength(1)
})

test('a logo with a title of its own is not given another', async () => {
  page({ logos: [file('finch.svg', GOOD)] })
  await repaired()
  expect(lastAsked()?.title).toBe('')
})

test('switches, words and colours are asked of the repairs', async () => {
  page({ logos: [file('finch.svg', GOOD)] })
  await repaired()
  const toggle = (name: RegExp) => fireEvent.click(screen.getByRole('switch', { name }))
  toggle(/Declare the profile/)
  await waitFor(() => expect(lastAsked()?.off.has('profile')).toBe(true))
  toggle(/Put a colour behind/)
  await waitFor(() => expect(lastAsked()?.background).toBe('#ffffff'))
  const colour = screen.getByLabelText('Colour')
  fireEvent.change(colour, { target: { value: '#10' } })
  expect(screen.getByText(/six digits/)).toBeDefined()
  fireEvent.change(colour, { target: { value: '#102030' } })
  fireEvent.change(screen.getByLabelText(/Name of your organisation/), {
    target: { value: 'Finch Tea' },
  })
  await waitFor(() =>
    expect(lastAsked()).toMatchObject({ background: '#102030', title: 'Finch Tea' }),
  )
})

test('what cannot be kept is said, and can be given up by name', async () => {
  const obstacle = { element: 'g', why: 'A filter shows', advice: 'Draw it.', origin: null }
  answers = () =>
    Promise.resolve({
      ...ANSWER,
      schemaValid: false,
      isFixed: false,
      obstacles: [{ ...obstacle, consent: 'filter' }],
    })
  const { onMade } = page({ logos: [file('finch.svg', GOOD)] })
  await waitFor(() => expect(row('Repaired')).toContain('Not fixed'))
  expect(document.body.textContent).toContain('A filter shows.')
  expect(screen.getByText('Download what was repaired')).toBeDefined()
  expect(onMade).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('checkbox', { name: /Do without filter/ }))
  await waitFor(() => expect([...(lastAsked()?.consent ?? [])]).toEqual(['filter']))
})

test('what is left open is not handed over as ready', async () => {
  answers = () => Promise.resolve({ ...ANSWER, schemaValid: false, isFixed: false })
  page({ logos: [file('faulty.svg', GOOD.replace(' baseProfile="tiny-ps"', ''))] })
  await screen.findByText('Not fixed')
  expect(document.getElementById('hand-over')?.textContent).toContain('Not yet')
})

test('a file that is no drawing says at once what to do', () => {
  page({ logos: [file('page.svg', '<!doctype html><html></html>')] })
  expect(document.querySelector<HTMLDetailsElement>('#findings details')?.open).toBe(true)
  expect(document.getElementById('source')?.textContent).toContain('1 finding beside its line.')
})

test('a worker that fails is ours, and can be tried again', async () => {
  answers = () => Promise.reject(new Error('its code could not be fetched'))
  page({ logos: [file('finch.svg', GOOD)] })
  await waitFor(() => expect(row('Repaired')).toContain('its code could not be fetched'))
  expect(row('Repaired')).toContain('It says nothing about the logo')
  answers = () => Promise.resolve(ANSWER)
  fireEvent.click(screen.getByText('Try again'))
  await repaired()
})

test('edits are judged, repaired, and taken back', async () => {
  page({ logos: [file('finch.svg', GOOD)] })
  const editor = await screen.findByLabelText('editor')
  await act(async () => {
    fireEvent.change(editor, { target: { value: GOOD.replace('tiny-ps', 'tiny') } })
  })
  await waitFor(() => expect(row('Schema')).toContain('The profile is'))
  await waitFor(() =>
    expect(new TextDecoder().decode(asked.at(-1)?.bytes)).toContain('baseProfile="tiny"'),
  )
  await act(async () => void fireEvent.change(editor, { target: { value: GOOD } }))
  await waitFor(() => expect(row('Schema')).toContain('Pass'))
})

test('who goes away and comes back finds what was made of the file', async () => {
  const logos = [file('finch.svg', GOOD)]
  page({ logos })
  const edited = GOOD.replace('Finch', 'Finch Tea')
  fireEvent.change(await screen.findByLabelText('editor'), { target: { value: edited } })
  cleanup()
  page({ logos })
  expect(await screen.findByLabelText('editor')).toHaveProperty('value', edited)
  expect(document.getElementById('hand-over')?.textContent).toContain('finch-fixed.svg')
})

test('the sample is there after coming back, and not after it was forgotten', () => {
  page()
  fireEvent.click(screen.getByText('Try the sample logo'))
  cleanup()
  page({ shown: 'sample' })
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(SAMPLE_LOGO.name)
  fireEvent.click(screen.getByRole('button', { name: `Forget ${SAMPLE_LOGO.name}` }))
  cleanup()
  page({ shown: 'sample' })
  expect(screen.getByText('Try the sample logo')).toBeTruthy()
})

test('a domain names the organisation where nobody else has', async () => {
  page({ logos: [file('logo-a1b2.svg', GOOD.replace('<title>Finch</title>', ''))] })
  await repaired()
  const before = lastAsked()?.title
  expect(before).not.toBe('')
  fireEvent.change(screen.getByLabelText('Domain that sends the mail'), {
    target: { value: 'katie@finch.example' },
  })
  await waitFor(() => expect(lastAsked()?.title).toBe('Finch'))
  expect(document.body.textContent).toContain('default._bimi.finch.example')
})

test('many files are listed with a verdict each; one is shown, any is forgotten', () => {
  const faulty = file('faulty.svg', GOOD.replace('tiny-ps', 'tiny'))
  const large: GivenLogo = { key: 'l', name: 'large.svg', via: 'file', size: 5e6, bytes: null }
  const given = page({ logos: [file('good.svg', GOOD), faulty, large], shown: 'l' })
  expect(document.body.textContent).toContain('5.0\u00a0MB')
  const rows = within(screen.getByRole('list', { name: 'Files that were given' }))
  expect(rows.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'good.svgPassForget',
    'faulty.svgErrorForget',
    'large.svg · shownErrorForget',
  ])
  fireEvent.click(screen.getByLabelText('Forget faulty.svg'))
  expect(given.onForget).toHaveBeenCalledWith('faulty.svg')
  expect(asked).toEqual([])
})
