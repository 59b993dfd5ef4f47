import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import type { Verdict } from '../../checks/report.ts'
import type { Sample } from '../../gather/sample/domains/sample.ts'
import { SAMPLES } from '../../gather/sample/samples.ts'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Prose } from '../../ui/prose.tsx'
import type { StatusKind } from '../../ui/status-shapes.tsx'
import { Status } from '../../ui/status.tsx'
import { judgeSamples, type JudgedSample } from './judge-samples.ts'

interface Row {
  sample: Sample
  mtaSts: StatusKind
  tlsRpt: StatusKind
  bimi: StatusKind
}

const COLUMNS: readonly [Column, ...Column[]] = [
  { key: 'domain', head: 'Domain' },
  { key: 'mtaSts', head: <span className="whitespace-nowrap">MTA-STS</span>, label: 'MTA-STS' },
  { key: 'tlsRpt', head: <span className="whitespace-nowrap">TLS-RPT</span>, label: 'TLS-RPT' },
  { key: 'bimi', head: 'BIMI' },
  { key: 'sentence', head: 'Worth a look because', label: 'Look for' },
]

/** Every sample with the verdicts that the rules give it now. */
export default function SamplesTable() {
  return (
    <DataTable
      columns={COLUMNS}
      rows={useRows()}
      rowKey={({ sample }) => sample.domain}
      renderCell={renderCell}
      caption="Sample domains and their verdicts"
    />
  )
}

function renderCell(row: Row, { key }: Column) {
  if (key === 'mtaSts') return <Status kind={row.mtaSts} />
  if (key === 'tlsRpt') return <Status kind={row.tlsRpt} />
  if (key === 'bimi') return <Status kind={row.bimi} />
  if (key === 'sentence') return <Prose text={row.sample.sentence} />
  return (
    <Link to={addressOf(row.sample)}>
      <code className="font-normal! whitespace-nowrap">{row.sample.domain}</code>
    </Link>
  )
}

function addressOf({ domain, selector }: Sample): string {
  const params = { domain, ...(selector === undefined ? {} : { selector }) }
  return `/check?${new URLSearchParams(params)}`
}

function useRows(): Row[] {
  const [rows, setRows] = useState(() => SAMPLES.map((sample) => unjudged(sample, 'asking')))
  useEffect(() => {
    let left = false
    const show = (next: Row[]) => {
      if (!left) setRows(next)
    }
    judgeSamples().then(
      (judged) => show(judged.map(toRow)),
      () => show(SAMPLES.map((sample) => unjudged(sample, 'crashed'))),
    )
    return () => {
      left = true
    }
  }, [])
  return rows
}

function unjudged(sample: Sample, kind: StatusKind): Row {
  return { sample, mtaSts: kind, tlsRpt: kind, bimi: kind }
}

function toRow({ sample, mtaSts, tlsRpt, bimi }: JudgedSample): Row {
  return { sample, mtaSts: shown(mtaSts), tlsRpt: shown(tlsRpt), bimi: shown(bimi) }
}

/** A verdict of `notice` reads Pass. */
function shown(verdict: Verdict): StatusKind {
  return verdict === 'notice' ? 'pass' : verdict
}
