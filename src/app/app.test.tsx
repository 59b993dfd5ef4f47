// @vitest-environment happy-dom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState, type ReactNode } from 'react'
import { Link, MemoryRouter, Route, Routes } from 'react-router'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ErrorBoundary } from './error-boundary.tsx'
import { ProvideIntake, useIntake } from './intake.tsx'
import { useNavigationFocus } from './navigation-focus.ts'
import { NotFound } from './routes/not-found.tsx'
import { Shell } from './shell.tsx'
import { chooseTheme, currentTheme } from './theme.ts'

afterEach(() => {
  cleanup()
  localStorage.clear()
  vi.restoreAllMocks()
  chooseTheme('system')
})

const at = (path: string, children: ReactNode) =>
  render(<MemoryRouter initialEntries={[path]}>{children}</MemoryRouter>)

describe('the shell', () => {
  test('marks the page one is on', () => {
    at('/rules/sts.record.multiple', <Shell>x</Shell>)
    expect(screen.getByRole('link', { current: 'page' }).textContent).toBe('Rules')
  })

  test('has the box for another domain everywhere but on the start page', () => {
    at('/', <Shell>x</Shell>)
    expect(screen.queryByLabelText('Check another domain')).toBeNull()
    cleanup()
    at('/about', <Shell>x</Shell>)
    expect(screen.getByLabelText('Check another domain')).toBeDefined()
  })

  test('skips to the content without leaving the page’s state', async () => {
    at('/about', <Shell>x</Shell>)
    await userEvent.click(screen.getByText('Skip to the content'))
    expect(document.activeElement?.id).toBe('main')
    expect(window.location.hash).toBe('')
  })

  test('goes to the check of what was typed', async () => {
    at(
      '/about',
      <Routes>
        <Route path="/about" element={<Shell>x</Shell>} />
        <Route path="/check" element={<p>checking</p>} />
      </Routes>,
    )
    await userEvent.type(screen.getByLabelText('Check another domain'), ' a@example.com {Enter}')
    expect(screen.getByText('checking')).toBeDefined()
  })
})

describe('themes', () => {
  test('are kept, and given back to the system', async () => {
    at('/', <Shell>x</Shell>)
    await userEvent.click(screen.getByLabelText('Dark'))
    expect(document.documentElement.dataset['theme']).toBe('dark')
    expect(localStorage.getItem('signet.theme')).toBe('dark')
    await userEvent.click(screen.getByLabelText('As the system'))
    expect(document.documentElement.dataset['theme']).toBeUndefined()
    expect(localStorage.getItem('signet.theme')).toBeNull()
  })

  test('that nobody knows are the system’s', () => {
    document.documentElement.dataset['theme'] = 'sepia'
    expect(currentTheme()).toBe('system')
  })
})

describe('what breaks', () => {
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
  })
  const broken = (message: string) => {
    function Break(): ReactNode {
      throw new Error(message)
    }
    at(
      '/',
      <ErrorBoundary>
        <Break />
      </ErrorBoundary>,
    )
  }

  test('is ours, and there are ways on', () => {
    broken('x is undefined')
    expect(screen.getByRole('heading').textContent).toBe('Something broke in Signet')
    expect(document.body.textContent).toContain('It says nothing about any domain.')
    expect(document.body.textContent).toContain('Error: x is undefined')
    expect(screen.getByText('Go to the start page').getAttribute('href')).toBe('/')
  })

  test.each([
    'Failed to fetch dynamically imported module: https://signet.example/assets/check-1.js',
    'Importing a module script failed.',
    'error loading dynamically imported module',
  ])('code that does not arrive is no bug: %s', (message) => {
    broken(message)
    expect(screen.getByRole('heading').textContent).toBe('This page’s code could not be fetched')
  })
})

test('an address without a page names it, and leads on', () => {
  at('/nowhere', <NotFound />)
  expect(document.body.textContent).toContain('/nowhere')
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    '/',
    '/rules',
    '/about',
  ])
})

describe('after a navigation', () => {
  function Site() {
    useNavigationFocus()
    const [late, setLate] = useState(false)
    return (
      <main>
        <Link to="/late">go</Link>
        <Link to="?q=1">filter</Link>
        <button type="button" onClick={() => setLate(true)}>
          arrive
        </button>
        {late && <h1 tabIndex={-1}>Late</h1>}
      </main>
    )
  }

  test('the title has the focus, when it arrives', async () => {
    at('/', <Site />)
    await userEvent.click(screen.getByText('go'))
    await userEvent.click(screen.getByText('arrive'))
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Late'))
  })

  test('within a page the focus stays', async () => {
    at('/', <Site />)
    await userEvent.click(screen.getByText('filter'))
    await userEvent.click(screen.getByText('arrive'))
    expect(document.activeElement?.textContent).toBe('arrive')
  })
})

describe('what is pasted', () => {
  function Show() {
    const { received } = useIntake()
    return <p>{received.map(({ name, kind }) => `${name}: ${kind}`).join()}</p>
  }
  const paste = (text: string) => {
    const event = Object.assign(new Event('paste', { bubbles: true }), {
      clipboardData: { files: [], getData: () => text },
    })
    act(() => void document.body.dispatchEvent(event))
  }
  beforeEach(() => {
    at(
      '/about',
      <ProvideIntake>
        <Routes>
          <Route path="/" element={<Show />} />
          <Route path="/about" element={<p>about</p>} />
          <Route path="/check" element={<p>checking</p>} />
          <Route path="/check/file" element={<p>file</p>} />
        </Routes>
      </ProvideIntake>,
    )
  })

  test.each([
    ['one line is what one would type', ' katie@example.com\n', 'checking'],
    ['a policy file goes to its page', 'version: STSv1\nmode: none\nmax_age: 86400\n', 'file'],
    ['anything else is listed on the start page', '{\n"a": 1 }', 'pasted text: json'],
  ])('%s', async (_, text, shown) => {
    paste(text)
    await waitFor(() => expect(screen.getByText(shown)).toBeDefined())
  })
})
