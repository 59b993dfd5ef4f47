// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { afterEach, expect, test } from 'vitest'
import { SAMPLES } from '../../gather/sample/samples.ts'
import { judgeSamples } from './judge-samples.ts'
import SamplesTable from './samples-table.tsx'

afterEach(cleanup)

test('samples are judged by the rules', async () => {
  const judged = await judgeSamples()
  const of = (domain: string) => judged.find(({ sample }) => sample.domain === domain)
  expect(judged.map(({ sample }) => sample)).toEqual(SAMPLES)
  expect(of('zimbra.example')?.mtaSts).toBe('error')
  expect(of('zimbra.example')?.tlsRpt).toMatch(/^(pass|notice)$/)
  expect(of('sealed.example')?.mtaSts).toMatch(/^(pass|notice)$/)
  expect(of('silent.example')).toMatchObject({
    mtaSts: 'unknown',
    tlsRpt: 'unknown',
    bimi: 'unknown',
  })
  expect(of('brand.example')?.bimi).toMatch(/^(pass|notice)$/)
  expect(of('watching.example')?.bimi).toBe('error')
  expect(of('partial.example')?.bimi).toBe('error')
  expect(of('zimbra.example')?.bimi).toBe('error')
  expect(of('seasons.example')?.bimi).toBe('warning')
})

test('every sample leads to its check; verdicts come when they are there', async () => {
  render(
    <MemoryRouter>
      <SamplesTable />
    </MemoryRouter>,
  )
  const rows = screen.getAllByRole('row').slice(1)
  expect(rows).toHaveLength(SAMPLES.length)
  expect(screen.getAllByText('Asking')).toHaveLength(SAMPLES.length * 3)
  expect(screen.getByText('zimbra.example').closest('a')?.getAttribute('href')).toBe(
    '/check?domain=zimbra.example',
  )
  expect(screen.getByText('seasons.example').closest('a')?.getAttribute('href')).toBe(
    '/check?domain=seasons.example&selector=summer',
  )
  await waitFor(() => expect(screen.queryByText('Asking')).toBeNull())
  const row = screen.getByText('zimbra.example').closest('tr')
  if (row === null) throw new Error('a row of the table')
  expect(within(row).getAllByRole('cell')[0]?.textContent).toBe('Error')
})
