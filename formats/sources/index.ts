// SPDX-License-Identifier: EUPL-1.2
/**
 * Sources: the readers of other tools' files under one roof, and which of them a file is for.
 */
import { readCycloneDx } from '../cyclonedx/index.ts'
import { readEndpoints } from '../device-list/index.ts'
import { readAutomationMl, readGsdml, readL5x, readTwinCat } from '../engineering/index.ts'
import { readEve } from '../eve/index.ts'
import { readInspection } from '../inspect/index.ts'
import { readLeases } from '../leases/index.ts'
import { readNetbox } from '../netbox/index.ts'
import { readNmap } from '../nmap/index.ts'
import { jsonText, type Sighted, type Source, text, unpacked } from '../sightings/index.ts'
import { readSpdx } from '../spdx/index.ts'
import { readZeek } from '../zeek/index.ts'

export const sourceFormats = [
  'nmap',
  'zeek',
  'eve',
  'netbox',
  'cyclonedx',
  'spdx',
  'inspect',
  'leases',
  'endpoints',
  'automationml',
  'l5x',
  'twincat',
  'gsdml',
] as const
export type SourceFormat = (typeof sourceFormats)[number]

type Reader = (source: Source, about: { readonly fileName: string }) => Promise<Sighted>

const readers: Readonly<Record<SourceFormat, Reader>> = {
  nmap: readNmap,
  zeek: readZeek,
  eve: readEve,
  netbox: readNetbox,
  cyclonedx: readCycloneDx,
  spdx: readSpdx,
  inspect: readInspection,
  leases: readLeases,
  endpoints: readEndpoints,
  automationml: readAutomationMl,
  l5x: readL5x,
  twincat: readTwinCat,
  gsdml: readGsdml,
}

export function readSource(
  format: SourceFormat,
  source: Source,
  about: { readonly fileName: string },
): Promise<Sighted> {
  return readers[format](source, about)
}

/** Enough to tell them apart; unpacked. */
const headBytes = 64 * 1024

/** By what stands at the beginning; undefined when no reader is for it. */
export async function formatOf(source: Source): Promise<SourceFormat | undefined> {
  const chunks: Uint8Array[] = []
  for await (const chunk of unpacked(source, headBytes, () => {})) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  const isWide = bytes[0] === 0xff || bytes[0] === 0xfe
  const head = (isWide ? bytes.toString('utf16le') : bytes.toString('utf8')).replace(/^\uFEFF/, '')
  const begin = head.trimStart()
  if (begin.startsWith('<')) {
    if (/<nmaprun[\s>]/.test(begin)) return 'nmap'
    if (/<(\w+:)?bom[\s>]/.test(begin)) return 'cyclonedx'
    const project = projects.find(([name]) => new RegExp(`<(\\w+:)?${name}[\\s>]`).test(begin))
    if (project !== undefined) return project[1]
    const isSpdx = /<spdxVersion>|spdx\.org\/rdf\/terms/.test(begin.slice(0, 4_000))
    return isSpdx ? 'spdx' : undefined
  }
  if (/^(?:SPDXVersion|"?spdxVersion"?\s*):/m.test(head.slice(0, 2_000))) return 'spdx'
  if (/^#(separator|fields|path)\b/.test(begin)) return 'zeek'
  if (begin.startsWith('{') || begin.startsWith('[')) return ofJson(begin)
  if (/^lease\s+\S+\s*\{/m.test(head)) return 'leases'
  const [line = ''] = begin.replace(/^#TYPE[^\n]*\n/, '').split(/\r?\n/, 1)
  if (leased.every((column) => column.test(line))) return 'leases'
  if (managed.every((column) => column.test(line))) return 'endpoints'
  return /[,;\t]/.test(line) && /name|address|device/i.test(line) ? 'netbox' : undefined
}

/** Outermost elements of engineering exports. */
const projects: readonly (readonly [name: string, format: SourceFormat])[] = [
  ['CAEXFile', 'automationml'],
  ['RSLogix5000Content', 'l5x'],
  ['TcSmProject', 'twincat'],
  ['ISO15745Profile', 'gsdml'],
]

/** Columns that no other list has together. */
const leased = [/ip ?address|\baddress\b/i, /hwaddr|client ?id|unique ?id/i, /host ?name|\bname\b/i]
const managed = [/device ?name/i, /os ?(platform|version)/i]

function ofJson(begin: string): SourceFormat | undefined {
  if (/"schema"\s*:\s*"schouw\/inspect\//.test(begin.slice(0, 4_000))) return 'inspect'
  if (/"bomFormat"\s*:\s*"CycloneDX"/.test(begin)) return 'cyclonedx'
  if (/"spdxVersion"\s*:|spdx\.org\/rdf\/3/.test(begin)) return 'spdx'
  const [line = ''] = begin.split(/\r?\n/, 1)
  const { value } = jsonText(line, { line: 1 })
  if (text(value, 'event_type') !== undefined) return 'eve'
  const isLog = text(value, 'ts') !== undefined || text(value, '_path') !== undefined
  if (isLog) return 'zeek'
  return /"(devices|interfaces|ip-addresses|ip_addresses|results|device_type)"/.test(begin)
    ? 'netbox'
    : undefined
}
