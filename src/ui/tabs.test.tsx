// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { Tabs } from './tabs.tsx'

afterEach(cleanup)

function Formats() {
  const [open, setOpen] = useState('bind')
  const tabs = ['panel', 'bind', 'route53'].map((id) => ({ id, title: id.toUpperCase() }))
  return (
    <Tabs label="How you edit DNS" tabs={tabs} open={open} onOpen={setOpen}>
      <p>text for {open}</p>
    </Tabs>
  )
}

test('one is open, and only that one can be reached by the tab key', async () => {
  render(<Formats />)
  await userEvent.tab()
  expect(document.activeElement?.textContent).toBe('BIND')
  expect(screen.getByRole('tab', { selected: true }).textContent).toBe('BIND')
  expect(screen.getByRole('tabpanel', { name: 'BIND' }).textContent).toBe('text for bind')
})

test.each([
  ['{ArrowDown}', 'ROUTE53'],
  ['{ArrowUp}', 'PANEL'],
  ['{ArrowDown}{ArrowDown}', 'PANEL'],
  ['{ArrowUp}{ArrowLeft}', 'ROUTE53'],
  ['{Home}', 'PANEL'],
  ['{End}', 'ROUTE53'],
  ['x', 'BIND'],
])('%s opens %s and goes there', async (keys, title) => {
  render(<Formats />)
  await userEvent.tab()
  await userEvent.keyboard(keys)
  expect(screen.getByRole('tab', { selected: true }).textContent).toBe(title)
  expect(document.activeElement?.textContent).toBe(title)
})

test('a click opens', async () => {
  render(<Formats />)
  await userEvent.click(screen.getByRole('tab', { name: 'PANEL' }))
  expect(screen.getByRole('tabpanel').textContent).toBe('text for panel')
})
