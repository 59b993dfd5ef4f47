/**
 * PowerShell for Windows Server's DNS. `Add-DnsServerResourceRecord` takes one string, so a longer text goes through
 * `dnscmd`, which takes several. What is there is removed first: adding makes a second record.
 */
import {
  relativeName,
  replacing,
  absolute,
  type Output,
  type RecordFormat,
  type ZoneRecord,
} from '../record.ts'
import { powershellQuoted } from '../shell.ts'
import { txtStrings } from '../txt-strings.ts'

export const windows: RecordFormat = { id: 'windows', title: 'Windows DNS', write }

function write(records: readonly ZoneRecord[]): Output {
  const notes = ['Run it in PowerShell on the DNS server, as an administrator of it.']
  if (replacing(records).length > 0)
    notes.unshift('Run the lines together: between them there is no record at all.')
  return {
    text: records.flatMap(commands).join(''),
    fileName: null,
    language: 'powershell',
    replaceHere: [],
    notes,
  }
}

function commands(record: ZoneRecord): string[] {
  const where = `-ZoneName ${powershellQuoted(record.zone)}`
  const name = powershellQuoted(relativeName(record))
  const kind = record.type === 'TXT' ? 'Txt' : 'CName'
  const removal = `Remove-DnsServerResourceRecord ${where} -Name ${name} -RRType ${kind} -Force\n`
  return [...(record.replaces.length > 0 ? [removal] : []), addition(record, where, name)]
}

function addition(record: ZoneRecord, where: string, name: string): string {
  const { zone, type, ttl, value } = record
  const cmdlet = `Add-DnsServerResourceRecord ${where} -Name ${name}`
  const end = `-TimeToLive ${timeSpan(ttl)}\n`
  if (type === 'CNAME')
    return `${cmdlet} -CName -HostNameAlias ${powershellQuoted(absolute(value))} ${end}`
  const strings = txtStrings(value)
  if (strings.length === 1)
    return `${cmdlet} -Txt -DescriptiveText ${powershellQuoted(value)} ${end}`
  const words = strings.map(powershellQuoted).join(' ')
  return `dnscmd /RecordAdd ${powershellQuoted(zone)} ${name} ${ttl} TXT ${words}\n`
}

/** `01:00:00`, from a day on `1.00:00:00`. */
function timeSpan(seconds: number): string {
  const two = (number: number): string => `${number}`.padStart(2, '0')
  const days = Math.floor(seconds / 86_400)
  const clock = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60]
  return `${days > 0 ? `${days}.` : ''}${clock.map(two).join(':')}`
}
