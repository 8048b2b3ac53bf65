// SPDX-License-Identifier: EUPL-1.2
import {
  isFields,
  jsonOf,
  list,
  type Sighted,
  type SightedComponent,
  SightingBook,
  type Source,
  sightingLimits,
  text,
  wholeOf,
} from '../sightings/index.ts'
import { readYaml } from '../yaml/index.ts'
import { fromXml } from './from-xml.ts'
import { fromGraph } from './graph.ts'
import type { Bill, SpdxPackage } from './package.ts'
import { fromTags } from './tags.ts'
import { fromDocument } from './two.ts'

const known = 'an SPDX document of version 2.2, 2.3 or 3.0'

/** A bill of materials in JSON, JSON-LD, tags and values, YAML, XML or RDF in XML. */
export async function readSpdx(source: Source): Promise<Sighted> {
  const book = new SightingBook()
  const bytes = await wholeOf(source, sightingLimits.documentBytes, book.problem.bind(book))
  if (bytes === undefined) return book.sighted()
  const bill = billIn(book, bytes)
  if (bill === undefined) return book.sighted()
  const components = componentsOf(book, bill)
  const { version, namespace, created } = bill
  const document = {
    specVersion: version,
    ...(namespace === undefined ? {} : { serialNumber: namespace }),
    ...(created === undefined ? {} : { timestamp: created }),
  }
  return book.sighted({ document, components })
}

function billIn(book: SightingBook, bytes: Uint8Array): Bill | undefined {
  const refuse = (expected: string, found: string) => {
    const code = 'not-this-format' as const
    book.problem({ where: { path: '' }, code, expected, found: found.slice(0, 60) })
    return undefined
  }
  const read = fieldsIn(bytes)
  if (read.problem !== undefined) {
    book.problem(read.problem)
    return undefined
  }
  const { value } = read
  if (!isFields(value)) return refuse(known, 'something else')
  if (list(value, '@graph').length > 0) return fromGraph(value)
  const version = text(value, 'spdxVersion') ?? ''
  return /^SPDX-2\.[0-3]$/.test(version)
    ? fromDocument(value)
    : refuse(known, version || 'no version')
}

/** Whatever the form, in the shape of the JSON. */
function fieldsIn(bytes: Uint8Array): ReturnType<typeof jsonOf> {
  const begin = Buffer.from(bytes.subarray(0, 2_048))
    .toString('latin1')
    .replace(/^[^\x20-\x7e]+/, '')
    .replaceAll('\0', '')
    .trimStart()
  if (begin.startsWith('<')) return fromXml(bytes)
  if (/^[{[]/.test(begin)) return jsonOf(bytes)
  return /^"?spdxVersion"?\s*:/m.test(begin)
    ? fromYaml(bytes)
    : { value: fromTags(new TextDecoder().decode(bytes)) }
}

function fromYaml(bytes: Uint8Array): ReturnType<typeof jsonOf> {
  const { value, problems } = readYaml('', bytes)
  const [first] = problems
  if (first === undefined) return { value }
  const where = first.line === null ? { path: '' } : { line: first.line }
  return {
    problem: { where, code: 'not-this-format', expected: first.expected, found: first.found },
  }
}

function componentsOf(book: SightingBook, bill: Bill): readonly SightedComponent[] {
  const numbers = new Map<string, number>()
  const found: (SightedComponent & { uses: number[]; partOf: number | null })[] = []
  for (const [at, one] of bill.packages.entries()) {
    book.read += 1
    const where = { path: `${bill.place}/${at}` }
    if (one.name === '' || found.length >= sightingLimits.components) {
      const isFull = one.name !== ''
      const expected = isFull ? `at most ${sightingLimits.components} components` : 'a name'
      const code = isFull ? 'limit' : 'field-refused'
      book.problem({ where, code, expected, found: isFull ? 'more' : 'none' })
      continue
    }
    if (numbers.has(one.ref)) {
      const expected = 'every SPDXID once'
      book.problem({ where, code: 'field-refused', expected, found: one.ref.slice(0, 120) })
    } else numbers.set(one.ref, found.length)
    found.push({ ...component(one), within: null, partOf: null, uses: [], where })
  }
  for (const { from, to, is } of bill.relations) {
    const [upper, lower] = [numbers.get(from), numbers.get(to)]
    // Files and documents take part in relations too; they are no components.
    if (upper === undefined || lower === undefined || upper === lower) continue
    const [whole, part] = [found[upper], found[lower]]
    if (is === 'uses') whole?.uses.push(lower)
    else if (part !== undefined && part.partOf === null && !isAbove(found, lower, upper)) {
      part.partOf = upper
    }
  }
  return found
}

/** A whole that is part of its own part is no tree. */
function isAbove(
  found: readonly { readonly partOf: number | null }[],
  part: number,
  whole: number,
): boolean {
  let at: number | null | undefined = whole
  for (let step = 0; at != null && step < sightingLimits.depth; step += 1) {
    if (at === part) return true
    at = found[at]?.partOf
  }
  return at != null
}

function component(one: SpdxPackage) {
  const { ref, name, version, vendor, purl, cpe, licence, sha256, purpose } = one
  return {
    ref,
    type: typeOf(purpose),
    name,
    version: version ?? null,
    vendor: vendor ?? null,
    purl: purl ?? null,
    cpe: cpe ?? null,
    licence: licence ?? null,
    sha256: sha256 !== undefined && /^[0-9a-f]{64}$/.test(sha256) ? sha256 : null,
  }
}

/** Purposes of SPDX by the names that components have here. */
function typeOf(purpose: string | undefined): string {
  const plain = purpose?.toLowerCase().replaceAll(/[-_]/g, '') ?? ''
  const types: Readonly<Record<string, string>> = {
    application: 'application',
    executable: 'application',
    framework: 'framework',
    container: 'container',
    operatingsystem: 'operating-system',
    device: 'firmware',
    devicedriver: 'device-driver',
    firmware: 'firmware',
  }
  return types[plain] ?? 'library'
}
