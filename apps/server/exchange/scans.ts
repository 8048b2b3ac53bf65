// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream'
import { kinds, type RecordVersion } from '@schouw/core/registers'
import { csvText } from '@schouw/formats/csv'
import { isDefectDojo, readDefectDojo } from '@schouw/formats/defectdojo'
import {
  type FindingsRead,
  type ForeignFinding,
  findingLimits,
  readFindingTable,
} from '@schouw/formats/findings'
import { isSarif, readSarif } from '@schouw/formats/sarif'
import { jsonOf } from '@schouw/formats/sightings'
import { type Answer, no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { shown } from '../http/registers/call.ts'
import { assetNames } from '../storage/reading/looking.ts'
import { wholeRegisters } from '../storage/reading/whole.ts'
import { derived } from '../storage/records/derive.ts'
import { recordOf } from '../storage/records/row.ts'
import { adjusted, type Imports, upload } from './imports.ts'
import { importRow } from './rows.ts'
import { wholeStream } from './whole-stream.ts'

export interface ScanBrought {
  readonly name: string
  readonly origin: 'scan' | 'penetration_test'
  readonly tool?: string | undefined
  readonly found_on: string
  readonly language: 'nl' | 'en'
  readonly stream: Readable
}

const shownProblems = 50
const shownHosts = 200
const shownFindings = 500

const columns = [
  'code',
  'name',
  'description',
  'origin',
  'severity',
  'assets',
  'tool',
  'fingerprint',
  'last_seen_on',
  'found_on',
  'recommendation',
] as const

/** Findings of others as an import: new ones whole, known ones only with the day of this test. */
export async function uploadScan(
  imports: Imports,
  caller: Caller,
  brought: ScanBrought,
): Promise<Answer> {
  const bytes = await wholeStream(brought.stream, findingLimits.fileBytes)
  if (bytes === undefined) return no('file-too-large')
  if (bytes.length === 0) return no('file-empty')
  const read = readAny(brought, bytes)
  const problems = read.problems
    .slice(0, shownProblems)
    .map(({ path, line, expected, found }) => ({ path, line, expected, found }))
  if (read.format === null) {
    const errors = problems.map((one) => ({ code: 'body-refused', ...one }))
    return no('body-refused', { errors })
  }
  const around = await surroundings(imports, caller)
  const sorted = sortedOut(read.findings, around)
  const rows = read.findings.map((one) => rowOf(one, { brought, around }))
  const told = { format: read.format, skipped: read.skipped, problems, ...sorted }
  return asImport(imports, caller, { brought, rows, told })
}

function readAny({ name, tool }: ScanBrought, bytes: Uint8Array): FindingsRead {
  const isJson = /^[\uFEFF\s]*[[{]/.test(Buffer.from(bytes.slice(0, 256)).toString('utf8'))
  if (!isJson) return readFindingTable(name, bytes, tool ?? name)
  const { value, problem } = jsonOf(bytes)
  const nothing = { format: null, findings: [], skipped: 0 } as const
  if (problem !== undefined) {
    const { expected, found } = problem
    return { ...nothing, problems: [{ path: name, line: null, column: null, expected, found }] }
  }
  const read = isSarif(value)
    ? readSarif(name, value)
    : isDefectDojo(value)
      ? readDefectDojo(name, value)
      : undefined
  if (read !== undefined) return read
  const expected = 'SARIF 2.1.0 or findings of DefectDojo'
  return {
    ...nothing,
    problems: [{ path: name, line: null, column: null, expected, found: 'other JSON' }],
  }
}

interface Around {
  /** Fingerprint to the finding that has it. */
  readonly known: ReadonlyMap<string, RecordVersion>
  /** Name, host name or address in lower case to assets. */
  readonly assets: ReadonlyMap<string, readonly string[]>
}

async function surroundings({ storage, clock }: Imports, caller: Caller): Promise<Around> {
  const now = clock()
  const { actor } = caller
  const { rows, names } = await storage.read(caller.tenant, async (db) => ({
    rows: await wholeRegisters(db, { kinds: [kinds.finding], actor, now, size: undefined }),
    names: await assetNames(db, { kind: kinds.asset, actor, now }),
  }))
  const known = new Map<string, RecordVersion>()
  for (const row of rows) {
    const record = shown({ caller, kind: kinds.finding, now }, recordOf(row))
    const print = record?.values['fingerprint']
    if (record != null && typeof print === 'string') known.set(print, record)
  }
  const assets = new Map<string, string[]>()
  for (const { id, name, hostnames, ips } of names) {
    for (const text of [name ?? [], hostnames ?? [], ips ?? []].flat()) {
      const key = text.toLowerCase()
      assets.set(key, [...(assets.get(key) ?? []), id])
    }
  }
  return { known, assets }
}

/** An address that two devices answer to says of neither that it is the one. */
function assetsOf({ hosts }: ForeignFinding, { assets }: Around): readonly string[] {
  const found = hosts.flatMap((host) => {
    const those = assets.get(host) ?? assets.get(host.split('.')[0] ?? '') ?? []
    return those.length === 1 ? those : []
  })
  return [...new Set(found)]
}

const open: readonly string[] = ['open', 'in_treatment', 'lapsed']
const solved: readonly string[] = ['solved', 'verified']

function sortedOut(findings: readonly ForeignFinding[], around: Around) {
  const prints = new Set(findings.map(({ fingerprint }) => fingerprint))
  const tools = new Set(findings.map(({ tool }) => tool))
  const tested = new Set(findings.flatMap((one) => assetsOf(one, around)))
  const known = findings.filter(({ fingerprint }) => around.known.has(fingerprint)).length
  const hosts = findings
    .filter((one) => assetsOf(one, around).length === 0)
    .flatMap((one) => one.hosts)
  const records = [...around.known].filter(([, { retired }]) => retired === null)
  const isTested = ({ values }: RecordVersion) => {
    const assets = (values['assets'] ?? []) as readonly string[]
    return assets.length === 0 || assets.some((id) => tested.has(id))
  }
  const fixed = records.filter(
    ([print, record]) =>
      !prints.has(print) &&
      open.includes(record.state) &&
      tools.has(String(record.values['tool'])) &&
      isTested(record),
  )
  const back = records.filter(([print, { state }]) => prints.has(print) && solved.includes(state))
  const named = (those: typeof records) =>
    those.slice(0, shownFindings).map(([, record]) => {
      const { id, version, state } = record
      return { id, title: derived(record).title, version, state }
    })
  return {
    fresh: findings.length - known,
    known,
    unknown_hosts: [...new Set(hosts)].slice(0, shownHosts),
    fixed: named(fixed),
    back: named(back),
  }
}

/** Of a known one nothing else: what people made of it since stays. */
function rowOf(
  one: ForeignFinding,
  { brought, around }: { readonly brought: ScanBrought; readonly around: Around },
): readonly string[] {
  const known = around.known.get(one.fingerprint)
  const day = one.foundOn ?? brought.found_on
  const code = known?.values['code']
  const name = typeof code === 'string' ? code : `S-${one.fingerprint.slice(0, 12)}`
  const later = brought.found_on > day ? brought.found_on : day
  if (known !== undefined)
    return columns.map((column) => {
      if (column === 'code') return name
      return column === 'last_seen_on' ? later : ''
    })
  const cells: Readonly<Record<(typeof columns)[number], string>> = {
    code: name,
    name: one.name,
    description: described(one, around),
    origin: brought.origin,
    severity: one.severity,
    assets: assetsOf(one, around).join('; '),
    tool: brought.tool ?? one.tool,
    fingerprint: one.fingerprint,
    last_seen_on: later,
    found_on: day,
    recommendation: one.recommendation,
  }
  return columns.map((column) => cells[column])
}

/** A host that is not in the register is not forgotten. */
function described(one: ForeignFinding, around: Around): string {
  const isKnown = assetsOf(one, around).length > 0
  const hosts = isKnown || one.hosts.length === 0 ? '' : `\n${one.hosts.join(', ')}`
  return `${one.description}${hosts}`.trim()
}

async function asImport(
  imports: Imports,
  caller: Caller,
  made: {
    readonly brought: ScanBrought
    readonly rows: readonly (readonly string[])[]
    readonly told: object
  },
): Promise<Answer> {
  const { name, language } = made.brought
  const kind = kinds.finding
  const stream = Readable.from([Buffer.from(csvText([[...columns], ...made.rows]))])
  const came = await upload(imports, caller, { kind, name: `${name}.csv`, language, stream })
  if ('no' in came) return came
  const { id } = came.body as { readonly id: string }
  const found = await imports.storage.read(caller.tenant, (db) => importRow(db, id))
  if (found === undefined || found.settings === null) {
    return { ...came, body: { ...made.told, import: came.body } }
  }
  const settings = { columns: [...columns], empty: 'keep', rule: 'theirs' } as const
  const settled = await adjusted(imports, caller, found, settings)
  if ('no' in settled) return settled
  return { ...came, body: { ...made.told, import: settled.body } }
}
