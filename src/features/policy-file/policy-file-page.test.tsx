// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, expect, test } from 'vitest'
import { judgeFile } from './judge-file.ts'
import { PolicyFilePage } from './policy-file-page.tsx'

afterEach(cleanup)

const GOOD = 'version: STSv1\r\nmode: enforce\r\nmx: mail.example.com\r\nmax_age: 2592000\r\n'
const given = (text: string) => ({ name: 'mta-sts.txt', bytes: new TextEncoder().encode(text) })
const ids = (text: string) => judgeFile(given(text)).findings.map(({ id }) => id)
const show = (text: string) =>
  render(
    <MemoryRouter>
      <PolicyFilePage policy={given(text)} />
    </MemoryRouter>,
  )

test('a file is judged by itself: nothing is said of any domain', () => {
  expect(ids(GOOD)).toEqual([])
  expect(ids(GOOD.replace('enforce', 'enforced'))).toEqual(['sts.policy.mode-value'])
})

test('the text is shown as it is, its byte order mark included', () => {
  expect(judgeFile(given(`\ufeff${GOOD}`)).text.replace('\ufeff', '')).toBe(GOOD)
})

test('a good file passes', () => {
  show(GOOD)
  expect(document.body.textContent).toContain('Pass: senders can use this file as it is.')
  expect(screen.queryByText('Findings')).toBeNull()
})

test('a faulty one says where, and leads from the line to its finding', async () => {
  show(GOOD.replace('STSv1', 'STSv2').replace('enforce', 'enforced'))
  expect(document.body.textContent).toContain('senders that keep to the RFC do not use this file')
  expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
    'STSv2',
    'enforced',
  ])
  const rows = document.querySelectorAll('details')
  expect([...rows].map((row) => row.open)).toEqual([true, false])
  await userEvent.click(screen.getByRole('button', { name: /Error The mode reads/ }))
  expect(rows[1]?.open).toBe(true)
  expect(document.activeElement).toBe(rows[1]?.querySelector('summary'))
})
