// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Problem } from '../problem/index.ts'
import { tableLimits } from '../table/index.ts'
import {
  type Checked,
  readAnswers,
  readAssets,
  readOrganisation,
  readPeople,
  readProcesses,
  readRisks,
  readSuppliers,
  readZones,
} from './files.ts'
import type { Factory, FactoryFile, FileKind } from './parsed.ts'
import { danglingReferences, withoutDoubles } from './references.ts'

/** Without a usable `organisation.yaml` there is nothing to measure. */
export type FactoryOutcome =
  | { readonly factory: Factory }
  | { readonly factory: undefined; readonly problems: readonly Problem[] }

const fileLimit = 10_000

/** Reads a folder: small files whole, captures and evidence only for their digest. */
export async function readFactory(folder: string): Promise<FactoryOutcome> {
  const rejected: Problem[] = []
  const names = await namesIn(folder)
  if (typeof names === 'string') {
    const problem = { path: folder, line: null, column: null, expected: 'a folder', found: names }
    return { factory: undefined, problems: [problem] }
  }
  const files = await filesOf(folder, names, rejected)
  const one = <Value>(kind: FileKind, reader: Reader<Value>) =>
    readOne(folder, files, kind, reader, rejected)
  const organisation = await one('organisation', readOrganisation)
  if (organisation === null) {
    const missing = {
      path: 'organisation.yaml',
      line: null,
      column: null,
      expected: 'this file: name, jurisdiction, sector and fiscal_years of the company',
      found: 'no such file',
    }
    return { factory: undefined, problems: rejected.length > 0 ? rejected : [missing] }
  }
  const parts = {
    organisation,
    zones: await one('zones', readZones),
    processes: await one('processes', readProcesses),
    risks: await one('risks', readRisks),
    answers: await one('answers', readAnswers),
    assets: await one('assets', readAssets),
    suppliers: await one('suppliers', readSuppliers),
    people: await one('people', readPeople),
    files,
  }
  const clean = withoutDoubles(parts, rejected)
  return { factory: { ...clean, rejected: [...rejected, ...danglingReferences(clean)] } }
}

type Reader<Value> = (path: string, bytes: Uint8Array) => Checked<Value> | Promise<Checked<Value>>

async function readOne<Value>(
  folder: string,
  files: readonly FactoryFile[],
  kind: FileKind,
  reader: Reader<Value>,
  rejected: Problem[],
): Promise<Value | null> {
  const [file, second] = files.filter((candidate) => candidate.kind === kind)
  if (file === undefined) return null
  if (second !== undefined) {
    const expected = `one file with ${kind}`
    rejected.push({ path: second.path, line: null, column: null, expected, found: 'a second' })
  }
  if (file.bytes > tableLimits.fileBytes) {
    const expected = `at most ${tableLimits.fileBytes} bytes`
    rejected.push({ path: file.path, line: null, column: null, expected, found: `${file.bytes}` })
    return null
  }
  const checked = await reader(file.path, await readFile(join(folder, file.path)))
  rejected.push(...checked.problems)
  return checked.value ?? null
}

async function namesIn(folder: string): Promise<readonly string[] | string> {
  try {
    return await readdir(folder, { recursive: true })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT') return 'no such folder'
    if (code === 'ENOTDIR') return 'a file'
    throw error
  }
}

/** Sorted by path, so that the answer does not depend on the disk. Hidden files are not input. */
async function filesOf(
  folder: string,
  names: readonly string[],
  rejected: Problem[],
): Promise<FactoryFile[]> {
  const paths = names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
    .sort()
  const files: FactoryFile[] = []
  for (const path of paths) {
    const about = await stat(join(folder, path)).catch(() => undefined)
    if (about === undefined) {
      const place = { path, line: null, column: null }
      rejected.push({ ...place, expected: 'a file that can be read', found: 'a broken link' })
    }
    if (!about?.isFile()) continue
    if (files.length === fileLimit) {
      const expected = `at most ${fileLimit} files`
      rejected.push({ path, line: null, column: null, expected, found: 'more' })
      break
    }
    const kind = kindOf(path)
    files.push({ path, sha256: await digestOf(join(folder, path)), bytes: about.size, kind })
  }
  return files
}

const yamlKinds = ['organisation', 'zones', 'processes', 'risks', 'answers'] as const
const tableKinds = ['assets', 'suppliers', 'people'] as const

function kindOf(path: string): FileKind {
  const name = path.toLowerCase()
  if (name.startsWith('captures/') && /\.(pcap|pcapng|cap|dmp|ntar)\d*(\.(gz|zst))?$/.test(name))
    return 'capture'
  if (name.startsWith('evidence/')) return 'evidence'
  const yaml = /^([a-z]+)\.ya?ml$/.exec(name)?.[1]
  const table = /^([a-z]+)\.(?:csv|tsv|xlsx)$/.exec(name)?.[1]
  return (
    yamlKinds.find((kind) => kind === yaml) ?? tableKinds.find((kind) => kind === table) ?? 'other'
  )
}

async function digestOf(path: string): Promise<string> {
  const digest = createHash('sha256')
  for await (const chunk of createReadStream(path)) digest.update(chunk as Uint8Array)
  return digest.digest('hex')
}
