// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { Button } from './button.tsx'
import { CopyButton } from './copy-button.tsx'
import { DataTable } from './data-table.tsx'
import { Field } from './field.tsx'
import { PageDrop } from './page-drop.tsx'
import { Prose } from './prose.tsx'
import { RawText } from './raw-text.tsx'
import { SHAPES, type StatusKind } from './status-shapes.tsx'
import { Status } from './status.tsx'
import { Toasts, useToast } from './toast.tsx'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('an idle button does nothing, and can have the focus', () => {
  const pressed = vi.fn()
  render(
    <Button idle onClick={pressed}>
      Ask now
    </Button>,
  )
  const button = screen.getByRole('button')
  fireEvent.click(button)
  button.focus()
  expect(pressed).not.toHaveBeenCalled()
  expect([document.activeElement, button.getAttribute('aria-disabled')]).toEqual([button, 'true'])
})

describe('CopyButton', () => {
  const clipboard = (writeText: (text: string) => Promise<void>) =>
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } })
  const press = () => act(async () => fireEvent.click(screen.getByRole('button')))

  test('names what it copies, says that it did, and is ready again after two seconds', async () => {
    vi.useFakeTimers()
    const write = vi.fn(() => Promise.resolve())
    clipboard(write)
    render(<CopyButton what="record" text="v=STSv1; id=1" />)
    expect(screen.getByRole('button').textContent).toBe('Copy record')
    await press()
    expect(write).toHaveBeenCalledWith('v=STSv1; id=1')
    expect(screen.getByRole('button').textContent).toBe('Copied')
    expect(screen.getByRole('status').textContent).toBe('Copied record')
    act(() => vi.advanceTimersByTime(1999))
    expect(screen.getByRole('button').textContent).toBe('Copied')
    act(() => vi.advanceTimersByTime(1))
    expect(screen.getByRole('button').textContent).toBe('Copy record')
    expect(screen.getByRole('status').textContent).toBe('')
  })

  test('says when the browser refuses', async () => {
    clipboard(() => Promise.reject(new DOMException('no', 'NotAllowedError')))
    render(<CopyButton what="file" text={() => 'made when wanted'} />)
    await press()
    expect(screen.getByRole('button').textContent).toBe('Copying was refused')
    expect(screen.getByRole('status').textContent).toMatch(/by hand/)
  })
})

describe('Status', () => {
  const kinds = Object.keys(SHAPES) as StatusKind[]

  test('every state has a word and a shape of its own', () => {
    const { container } = render(kinds.map((kind) => <Status key={kind} kind={kind} />))
    const words = [...container.children].map(({ textContent }) => textContent)
    const shapes = [...container.querySelectorAll('svg')].map(({ innerHTML }) => innerHTML)
    expect(words.every((word) => word !== '')).toBe(true)
    expect(new Set(words).size).toBe(kinds.length)
    expect(new Set(shapes).size).toBe(kinds.length)
    expect(container.querySelector('[style]')).toBeNull()
  })

  test('a more exact word stands in its place', () => {
    render(<Status kind="pass">Covered</Status>)
    expect(screen.getByText('Covered')).toBeDefined()
    expect(screen.queryByText('Pass')).toBeNull()
  })
})

describe('Prose', () => {
  const shown = (text: string) =>
    render(
      <MemoryRouter>
        <Prose text={text} />
      </MemoryRouter>,
    ).container

  test('code, links of ours and of the web, and nothing else', () => {
    const container = shown(
      'Write `id`, see [this](/rules/a) and [that](https://example.com/). <b>no</b>',
    )
    expect(container.textContent).toBe('Write id, see this and that. <b>no</b>')
    expect(container.querySelector('code')?.textContent).toBe('id')
    expect([...container.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
      '/rules/a',
      'https://example.com/',
    ])
    expect(container.querySelector('b')).toBeNull()
  })

  test('what follows or opens before code stays on its line', () => {
    const container = shown('The version (`v=STSV1`), in `x`. The end')
    expect(container.textContent).toBe('The version (v=STSV1), in x. The end')
    expect(
      [...container.querySelectorAll('.whitespace-nowrap')].map((one) => one.textContent),
    ).toEqual(['(v=STSV1),', 'x.'])
  })

  test('MTA-STS is not broken at its hyphen', () => {
    expect(shown('no MTA-STS here').querySelector('.whitespace-nowrap')?.textContent).toBe(
      'MTA-STS',
    )
  })
})

describe('RawText', () => {
  test('marks, corrections and asides, without touching the text', () => {
    const { container } = render(
      <RawText
        name="Policy file"
        text={'mode: enforce\nmax_age: 1'}
        marks={[
          { start: 6, end: 13, tone: 'changed' },
          { start: 23, end: 24, tone: 'error' },
        ]}
        asides={new Map([[1, 'was testing']])}
        seen="Column 10"
        copy="file"
        numbered
      />,
    )
    expect(container.querySelector('ins')?.textContent).toBe('enforce')
    expect(container.querySelector('mark[data-tone=error]')?.textContent).toBe('1')
    expect([...container.querySelectorAll('code')].map((line) => line.textContent)).toEqual([
      'mode: enforce',
      'max_age: 1',
    ])
    expect(screen.getByText('was testing').closest('code')).toBeNull()
    expect(screen.getByRole('button').textContent).toBe('Copy file')
  })

  test('mark-up from outside stays text', () => {
    const { container } = render(<RawText name="x" text="<img src=x onerror=alert(1)>" />)
    expect(container.querySelector('img')).toBeNull()
    expect(container.textContent).toContain('<img src=x')
  })
})

test('a field that is wrong says what was expected', () => {
  render(<Field label="Resolver" error="An address is expected." />)
  const input = screen.getByLabelText('Resolver')
  expect(input.getAttribute('aria-invalid')).toBe('true')
  const help = document.getElementById(input.getAttribute('aria-describedby') ?? '')
  expect(help?.textContent).toContain('An address is expected.')
})

test('cells of a table know their column where rows become paragraphs', () => {
  render(
    <DataTable
      columns={[
        { key: 'name', head: 'Name' },
        { key: 'size', head: <b>Size</b>, label: 'Size', numeric: true },
      ]}
      rows={[{ name: 'a', size: 1 }]}
      rowKey={({ name }) => name}
      renderCell={(row, { key }) => (key === 'name' ? row.name : row.size)}
      caption="Names"
    />,
  )
  expect(screen.getByRole('rowheader').textContent).toBe('a')
  expect(screen.getByRole('cell').dataset['label']).toBe('Size')
})

test('a toast is announced, stays until read, and can be acted on', () => {
  const undo = vi.fn()
  function Page() {
    const say = useToast()
    return (
      <button
        type="button"
        onClick={() => say({ text: 'Done', action: { label: 'Undo', do: undo } })}
      >
        Do
      </button>
    )
  }
  render(
    <Toasts>
      <Page />
    </Toasts>,
  )
  fireEvent.click(screen.getByText('Do'))
  fireEvent.click(screen.getByText('Do'))
  expect(screen.getByRole('status').textContent).toContain('Done')
  fireEvent.click(screen.getAllByText('Undo')[0] as HTMLElement)
  expect(undo).toHaveBeenCalledTimes(1)
  fireEvent.click(screen.getByText('Close'))
  expect(screen.queryByText('Done')).toBeNull()
})

describe('PageDrop', () => {
  const event = (name: string, transfer: object) =>
    Object.assign(new Event(name, { bubbles: true, cancelable: true }), transfer)
  const files = [new File(['a'], 'a.txt'), new File(['b'], 'b.txt')]
  const dragged = {
    dataTransfer: { types: ['Files'], items: [{ kind: 'file' }, { kind: 'file' }], files },
    relatedTarget: null,
  }
  const show = () => {
    const onFiles = vi.fn()
    const onText = vi.fn()
    render(<PageDrop onFiles={onFiles} onText={onText} />)
    return { onFiles, onText }
  }

  test('says what letting go does, and does it', () => {
    const { onFiles } = show()
    act(() => void window.dispatchEvent(event('dragover', dragged)))
    expect(screen.getByRole('status').textContent).toContain('Let go to read 2 files')
    const drop = event('drop', dragged)
    act(() => void window.dispatchEvent(drop))
    expect(drop.defaultPrevented).toBe(true)
    expect(onFiles).toHaveBeenCalledWith(files)
    expect(screen.queryByRole('status')).toBeNull()
  })

  test('leaves dragged text alone, and forgets files that leave the window', () => {
    const { onFiles } = show()
    const text = event('dragover', {
      dataTransfer: { types: ['text/plain'], items: [], files: [] },
    })
    act(() => void window.dispatchEvent(text))
    expect(text.defaultPrevented).toBe(false)
    act(() => void window.dispatchEvent(event('dragover', dragged)))
    act(() => void window.dispatchEvent(event('dragleave', dragged)))
    expect(screen.queryByRole('status')).toBeNull()
    expect(onFiles).not.toHaveBeenCalled()
  })

  test('takes what is pasted outside of fields', () => {
    const { onFiles, onText } = show()
    const pasted = (given: File[], words: string) => ({
      clipboardData: { files: given, getData: () => words },
    })
    window.dispatchEvent(event('paste', pasted(files, '')))
    expect(onFiles).toHaveBeenCalledWith(files)
    window.dispatchEvent(event('paste', pasted([], 'mode: enforce')))
    expect(onText).toHaveBeenCalledWith('mode: enforce')
    const input = document.body.appendChild(document.createElement('input'))
    input.dispatchEvent(event('paste', pasted([], 'typed')))
    expect(onText).toHaveBeenCalledTimes(1)
    input.remove()
  })
})
