// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, expect, test, vi } from 'vitest'
import { MessageSection } from './message-section.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function paste(text: string) {
  const fetched = vi.fn()
  vi.stubGlobal('fetch', fetched)
  render(
    <MemoryRouter>
      <MessageSection />
    </MemoryRouter>,
  )
  await userEvent.click(screen.getByText('Paste the headers of a received message'))
  if (text !== '') {
    await userEvent.click(screen.getByRole('textbox', { name: /Headers/ }))
    await userEvent.paste(text)
  }
  await userEvent.click(screen.getByRole('button', { name: 'Read the headers' }))
  return fetched
}

test('a message is read in the browser, and asks nobody', async () => {
  const fetched = await paste(
    [
      'Authentication-Results: mx.example.net; dmarc=fail header.from=example.com',
      'From: Katie <katie@example.com>',
      'BIMI-Selector: v=BIMI1; s=summer',
      'DKIM-Signature: v=1; d=example.com; h=from:bimi-selector; b=x',
    ].join('\r\n'),
  )
  expect(await screen.findByText(/did not pass DMARC/)).toBeDefined()
  expect(screen.getByText('4 header fields read.', { exact: false })).toBeDefined()
  expect(screen.getAllByText('dmarc=fail')[0]).toBeDefined()
  const link = screen.getByRole('link', { name: /Check example.com/ })
  expect(link.getAttribute('href')).toBe('/check?domain=example.com&selector=summer')
  expect(fetched).not.toHaveBeenCalled()
})

test.each([
  ['', /Nothing has been pasted yet/],
  ['Dear Katie, thank you.', /No header field of a message/],
])('what cannot be read is told: %j', async (text, words) => {
  await paste(text)
  expect(await screen.findByText(words)).toBeDefined()
  const box = screen.getByRole('textbox', { name: /Headers/ })
  expect(box.getAttribute('aria-invalid')).toBe('true')
})

test('markup in a header stays text', async () => {
  await paste('From: <img src=x onerror=alert(1)>@example.com\nSubject: x')
  expect(await screen.findByText(/header fields read/)).toBeDefined()
  expect(document.querySelector('img')).toBe(null)
})
