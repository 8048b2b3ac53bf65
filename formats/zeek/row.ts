// SPDX-License-Identifier: EUPL-1.2
import { type Fields, member } from '../sightings/index.ts'

/** One line of a log, whichever of the two ways it was written in. */
export interface Row {
  /** Undefined for what is unset, empty or not there. */
  one(name: string): string | undefined
  /** A set or vector; a single value is a list of one. */
  many(name: string): readonly string[]
}

/** How the lines of a log in columns are to be read, from its own head. */
export interface Layout {
  readonly separator: string
  readonly setSeparator: string
  readonly empty: string
  readonly unset: string
  readonly path: string | undefined
  readonly fields: readonly string[]
}

export const usualLayout: Layout = {
  separator: '\t',
  setSeparator: ',',
  empty: '(empty)',
  unset: '-',
  path: undefined,
  fields: [],
}

/** The layout after a line of the head. */
export function layoutAfter(layout: Layout, line: string): Layout {
  if (line.startsWith('#separator ')) return { ...layout, separator: unescaped(line.slice(11)) }
  const [name = '', ...rest] = line.split(layout.separator)
  const [value = ''] = rest
  switch (name) {
    case '#set_separator':
      return { ...layout, setSeparator: value }
    case '#empty_field':
      return { ...layout, empty: value }
    case '#unset_field':
      return { ...layout, unset: value }
    case '#path':
      return { ...layout, path: value }
    case '#fields':
      return { ...layout, fields: rest }
    default:
      return layout
  }
}

/** Null when the number of columns is not the head's. */
export function columnRow(layout: Layout, places: Places, line: string): Row | null {
  const cells = line.split(layout.separator)
  if (cells.length !== layout.fields.length) return null
  const raw = (name: string): string | undefined => {
    const cell = cells[places.get(name) ?? -1]
    return cell === undefined || cell === layout.unset || cell === layout.empty || cell === ''
      ? undefined
      : cell
  }
  return {
    one: (name) => {
      const cell = raw(name)
      return cell === undefined ? undefined : unescaped(cell)
    },
    many: (name) => {
      const cell = raw(name)
      const parts = cell?.split(layout.setSeparator) ?? []
      return parts.filter((part) => part !== layout.unset).map(unescaped)
    },
  }
}

export type Places = ReadonlyMap<string, number>

export function placesOf({ fields }: Layout): Places {
  return new Map(fields.map((field, at) => [field, at]))
}

/** `id.orig_h` is one name, or the way down in what a pipeline has nested. */
export function jsonRow(value: Fields): Row {
  const found = (name: string): unknown =>
    Object.hasOwn(value, name) ? value[name] : member(value, ...name.split('.'))
  return {
    one: (name) => scalar(found(name)),
    many: (name) => {
      const it = found(name)
      return (Array.isArray(it) ? it : [it]).flatMap((part) => scalar(part) ?? [])
    },
  }
}

function scalar(value: unknown): string | undefined {
  if (typeof value === 'boolean') return value ? 'T' : 'F'
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Bytes that are no plain ASCII are written as `\xNN`; together they may be UTF-8. */
function unescaped(text: string): string {
  if (!text.includes('\\x')) return text
  const bytes: number[] = []
  const encoder = new TextEncoder()
  for (const part of text.split(/(\\x[0-9a-fA-F]{2})/)) {
    if (/^\\x[0-9a-fA-F]{2}$/.test(part)) bytes.push(Number.parseInt(part.slice(2), 16))
    else bytes.push(...encoder.encode(part))
  }
  return new TextDecoder().decode(new Uint8Array(bytes))
}

/** Zeek writes seconds with a fraction; as JSON also ISO 8601, and milliseconds by some shippers. */
export function instantOf(row: Row): string | undefined {
  const text = row.one('ts')
  if (text === undefined) return undefined
  if (/^\d{1,10}(\.\d+)?$/.test(text)) return new Date(Number(text) * 1000).toISOString()
  const stamp = /^\d{12,14}$/.test(text) ? Number(text) : Date.parse(text)
  return Number.isFinite(stamp) && Math.abs(stamp) < 8e15
    ? new Date(stamp).toISOString()
    : undefined
}
