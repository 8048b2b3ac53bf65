// SPDX-License-Identifier: EUPL-1.2
import {
  ipOf,
  rootOf,
  type Saying,
  type Sighted,
  SightingBook,
  type Source,
  sightingLimits,
  textOf,
  wholeOf,
} from '../sightings/index.ts'
import type { Element } from '../xml/index.ts'

/** A device as a project has it; what is not said is absent. */
export interface Planned {
  readonly name: string | undefined
  readonly ips: readonly string[]
  readonly facts: Readonly<Record<string, string | undefined>>
  /** What is plugged into it, one text each. */
  readonly modules: readonly string[]
  /** Where it stands in the document. */
  readonly path: string
}

interface Kind {
  readonly protocol: string
  /** Name of the outermost element. */
  readonly root: string
  readonly expected: string
  readonly devices: (root: Element, fileName: string) => Iterable<Planned>
  /** What the document says of itself. */
  readonly document: (root: Element) => Readonly<Record<string, string | undefined>>
}

/** Reads a project whole, refuses what is no such document, and notes each device under its address or name. */
export async function readProject(
  source: Source,
  { fileName = '' }: { readonly fileName?: string },
  kind: Kind,
): Promise<Sighted> {
  const book = new SightingBook()
  const bytes = await wholeOf(source, sightingLimits.documentBytes, book.problem.bind(book))
  if (bytes === undefined) return book.sighted()
  const { root, problem } = rootOf(bytes)
  if (problem !== undefined) {
    book.problem(problem)
    return book.sighted()
  }
  if (root.name !== kind.root) {
    const found = root.name.slice(0, 60)
    const where = { path: '' }
    book.problem({ where, code: 'not-this-format', expected: kind.expected, found })
    return book.sighted()
  }
  for (const device of kind.devices(root, fileName)) add(book, device, kind.protocol)
  return book.sighted({ document: said(kind.document(root)) })
}

function add(book: SightingBook, { name, ips, facts, modules, path }: Planned, by: string): void {
  book.read += 1
  const where = { path }
  const known = ips.flatMap((one) => ipOf(one) ?? [])
  const spelled = textOf(name)
  const sheet = book.card(
    {
      ...(known[0] === undefined ? {} : { ip: known[0] }),
      ...(spelled === undefined ? {} : { name: spelled }),
    },
    where,
  )
  if (sheet === null) {
    const expected = 'a device with a name or an address'
    book.problem({ where, code: 'field-refused', expected, found: 'neither' })
    return
  }
  const saying: Saying = { protocol: by, where }
  sheet.addAll({ station_name: spelled, ip: known, ...facts, [`${by}.module`]: modules }, saying)
}

function said(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const text = textOf(value)
      return text === undefined ? [] : [[name, text]]
    }),
  )
}

/** Every element within, itself included, from the outside in; as it was written. */
export function* within(element: Element): Generator<Element> {
  yield element
  for (const child of element.children) yield* within(child)
}
