// SPDX-License-Identifier: EUPL-1.2
import {
  isFields,
  jsonText,
  linesOf,
  type Sighted,
  SightingBook,
  type Source,
  text,
} from '../sightings/index.ts'
import type { Log } from './log.ts'
import { logs } from './logs.ts'
import {
  columnRow,
  instantOf,
  jsonRow,
  type Layout,
  layoutAfter,
  type Places,
  placesOf,
  type Row,
  usualLayout,
} from './row.ts'

/**
 * A log of Zeek, in columns under `#fields` or as JSON lines, also several logs in one file. Which
 * log it is: as it says itself, else by the name of the file (`conn.00:00:00-01:00:00.log.gz`).
 * Logs that tell nothing about devices are read and give nothing.
 */
export async function readZeek(
  source: Source,
  { fileName = '' }: { readonly fileName?: string } = {},
): Promise<Sighted> {
  const reading = new Reading(pathOf(fileName))
  const { book } = reading
  for await (const line of linesOf(source, book.problem.bind(book))) {
    reading.take(line.text, line.number)
  }
  if (!reading.isZeek && book.read > 0) {
    const expected = 'a Zeek log: #fields and columns, or JSON with ts and id.orig_h'
    const found = 'something else'
    book.problem({ where: { line: 1 }, code: 'not-this-format', expected, found })
  }
  const names = [...reading.paths].sort().join(' ')
  return book.sighted({ document: names === '' ? {} : { logs: names } })
}

class Reading {
  readonly book = new SightingBook()
  readonly paths = new Set<string>()
  isZeek = false
  readonly #fileLog: string | undefined
  #layout: Layout = usualLayout
  #places: Places = new Map()

  constructor(fileLog: string | undefined) {
    this.#fileLog = fileLog
  }

  take(line: string, number: number): void {
    if (line.startsWith('#')) {
      const isAnew = line.startsWith('#separator ')
      this.#layout = layoutAfter(isAnew ? usualLayout : this.#layout, line)
      if (line.startsWith('#fields')) {
        this.#places = placesOf(this.#layout)
        this.isZeek = true
      }
      return
    }
    this.book.read += 1
    const where = { line: number }
    const found = line.startsWith('{')
      ? this.#fromJson(line, number)
      : this.#fromColumns(line, number)
    if (found === null) return
    const { row, path } = found
    this.isZeek = true
    const name = path ?? this.#fileLog ?? guessed(row)
    if (name === undefined) return
    this.paths.add(name)
    const log: Log | undefined = Object.hasOwn(logs, name) ? logs[name] : undefined
    log?.(this.book, row, { where, at: instantOf(row) })
  }

  #fromColumns(line: string, number: number): { row: Row; path: string | undefined } | null {
    const { fields, path } = this.#layout
    const row = fields.length === 0 ? null : columnRow(this.#layout, this.#places, line)
    if (row !== null) return { row, path }
    const found =
      fields.length === 0 ? 'no #fields' : `${line.split(this.#layout.separator).length} columns`
    const expected = fields.length === 0 ? 'a head with #fields' : `${fields.length} columns`
    this.book.problem({ where: { line: number }, code: 'columns-differ', expected, found })
    return null
  }

  #fromJson(line: string, number: number): { row: Row; path: string | undefined } | null {
    const where = { line: number }
    const read = jsonText(line, where)
    if (read.problem !== undefined) {
      this.book.problem(read.problem)
      return null
    }
    if (!isFields(read.value) || !('ts' in read.value || '_path' in read.value)) {
      const expected = 'a line of a Zeek log, with ts'
      const found = 'something else'
      this.book.problem({ where, code: 'not-this-format', expected, found })
      return null
    }
    const path = text(read.value, '_path') ?? text(read.value, 'path')
    const known = path !== undefined && Object.hasOwn(logs, path) ? path : text(read.value, '_path')
    return { row: jsonRow(read.value), path: known }
  }
}

/** `conn.log`, `conn_20261121.log.gz`, `dhcp.00:00:00-01:00:00.log`: the longest name it begins with. */
function pathOf(fileName: string): string | undefined {
  const base = fileName.toLowerCase().split(/[\\/]/).at(-1) ?? ''
  const known = Object.keys(logs).filter((name) => {
    const next = base[name.length] ?? ''
    return base.startsWith(name) && !/[a-z]/.test(next) && !/^_[a-z]/.test(base.slice(name.length))
  })
  return known.sort((a, b) => b.length - a.length)[0]
}

/** By what only one log has. */
const telling: readonly (readonly [string, readonly string[]])[] = [
  ['conn', ['conn_state', 'id.orig_h']],
  ['dns', ['query', 'qtype_name']],
  ['dhcp', ['msg_types', 'mac']],
  ['ssl', ['server_name', 'cipher']],
  ['x509', ['certificate.subject']],
  ['software', ['software_type', 'host']],
  ['known_services', ['port_num', 'host']],
  ['cip_identity', ['product_name', 'device_type_name']],
  ['modbus', ['func', 'id.resp_h']],
]

function guessed(row: Row): string | undefined {
  return telling.find(([, names]) => names.every((name) => row.one(name) !== undefined))?.[0]
}
