// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { readDomainInput } from '../../protocols/dns/domain-input.ts'
import { DomainBox } from './domain-box.tsx'
import { becomes } from './typed-domain.ts'

afterEach(cleanup)

function show() {
  const onCheck = vi.fn()
  const onTyping = vi.fn()
  render(
    <DomainBox
      onCheck={onCheck}
      onTyping={onTyping}
      renderGoes={(domain) => `goes: ${domain ?? 'nothing'}`}
      loadRefusalWords={async () =>
        ({ reason }) => ({ title: `Refused: ${reason}`, advice: 'Do so.' })}
    />,
  )
  const input = screen.getByLabelText('Domain, e-mail address or URL')
  return { onCheck, onTyping, input, user: userEvent.setup() }
}

test('says what an address becomes, and where the name goes', async () => {
  const { input, user, onTyping } = show()
  await user.type(input, 'katie@zimbra.example')
  expect(onTyping).toHaveBeenCalled()
  await waitFor(() =>
    expect(document.body.textContent).toContain('Checks zimbra.example, the part after the @.'),
  )
  expect(document.body.textContent).toContain('goes: zimbra.example')
  const help = document.getElementById(input.getAttribute('aria-describedby') ?? '')
  expect(help?.textContent).toContain('Checks zimbra.example')
})

test('checks what was typed, with the keyboard alone', async () => {
  const { input, user, onCheck } = show()
  await user.type(input, ' https://example.com/x {Enter}')
  await waitFor(() => expect(onCheck).toHaveBeenCalledWith('https://example.com/x'))
})

test('an unfinished name is no mistake; a refused one is told after the attempt, until it is right', async () => {
  const { input, user, onCheck } = show()
  await user.type(input, 'localhost')
  expect(screen.getByRole('alert').textContent).toBe('')
  await user.keyboard('{Enter}')
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('Refused: one-label'))
  expect(input.getAttribute('aria-invalid')).toBe('true')
  expect(document.activeElement).toBe(input)
  expect(onCheck).not.toHaveBeenCalled()
  await user.type(input, '.example')
  expect(screen.getByRole('alert').textContent).toBe('')
  expect(input.getAttribute('aria-invalid')).toBeNull()
})

test.each([
  ['example.com', 'Checks `example.com`.'],
  ['katie@example.com', 'Checks `example.com`, the part after the `@`.'],
  ['https://example.com/a', 'Checks `example.com`, the domain in what you typed.'],
  [
    '_mta-sts.example.com',
    'Checks `example.com`, the domain that `_mta-sts.example.com` belongs to.',
  ],
  ['müller.example', 'Checks `müller.example`, in the DNS `xn--mller-kva.example`.'],
  ['localhost', null],
])('%s becomes', (typed, words) => expect(becomes(readDomainInput(typed))).toBe(words))
