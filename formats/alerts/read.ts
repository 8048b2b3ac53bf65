// SPDX-License-Identifier: EUPL-1.2
import { type Fields, isFields, jsonText, text } from '../sightings/index.ts'

/** Bounds of ours: a sensor that shouts all night fills no register. */
export const alertLimits = { bytes: 16_777_216, lineLength: 65_536, alerts: 500, problems: 20 }

export interface SeenAlert {
  readonly origin: 'capture' | 'suricata' | 'zeek'
  readonly rule: string | null
  readonly name: string
  readonly severity: 'low' | 'medium' | 'high' | null
  /** ISO 8601 in UTC; null where the source says no moment. */
  readonly first_seen_at: string | null
  readonly last_seen_at: string | null
  readonly times: number
  /** Of both ends as the source says them, the one that began first. */
  readonly addresses: readonly string[]
}

export interface AlertsRead {
  readonly alerts: readonly SeenAlert[]
  /** Alerts beyond the bound, and lines that could not be read. */
  readonly left_out: number
  readonly problems: readonly { readonly line: number; readonly code: string }[]
  /** Lines or detections that were looked at. */
  readonly read: number
}

type Said = Omit<SeenAlert, 'times' | 'first_seen_at' | 'last_seen_at'> & {
  readonly from: string | null
  readonly to: string | null
  readonly times: number
}

/** By what stands in it: JSON lines with an event type or a note, a log with a heading, or a report. */
export function readAlerts(given: string): AlertsRead {
  const book = new Book()
  const start = given.replace(/^\uFEFF/, '').trimStart()
  if (start.startsWith('{') && start.slice(0, 4_000).includes('schouw/inspect/')) {
    detections(book, start)
    return book.read()
  }
  let columns: readonly string[] | undefined
  let number = 0
  for (const line of start.split('\n')) {
    number += 1
    if (line.trim() === '') continue
    if (line.length > alertLimits.lineLength) {
      book.problem(number, 'line-too-long')
      continue
    }
    if (line.startsWith('#')) {
      const [head, ...names] = line.trimEnd().split('\t')
      if (head === '#fields') columns = names
      continue
    }
    book.looked += 1
    if (columns === undefined) jsonLine(book, line, number)
    else notice(book, fieldsOf(columns, line.trimEnd().split('\t')), number)
  }
  return book.read()
}

class Book {
  readonly #byKey = new Map<string, SeenAlert>()
  readonly #problems: { readonly line: number; readonly code: string }[] = []
  #leftOut = 0
  looked = 0

  add({ from, to, times, ...said }: Said): void {
    const key = JSON.stringify([said.origin, said.rule, said.name, said.addresses])
    const known = this.#byKey.get(key)
    if (known === undefined && this.#byKey.size >= alertLimits.alerts) {
      this.#leftOut += 1
      return
    }
    this.#byKey.set(key, {
      ...said,
      first_seen_at: least([known?.first_seen_at ?? null, from]),
      last_seen_at: most([known?.last_seen_at ?? null, to]),
      times: Math.min(1_000_000_000, (known?.times ?? 0) + times),
    })
  }

  problem(line: number, code: string): void {
    this.#leftOut += 1
    if (this.#problems.length < alertLimits.problems) this.#problems.push({ line, code })
  }

  read(): AlertsRead {
    const alerts = [...this.#byKey.values()]
    return { alerts, left_out: this.#leftOut, problems: this.#problems, read: this.looked }
  }
}

function jsonLine(book: Book, line: string, number: number): void {
  const { value, problem } = jsonText(line, { line: number })
  if (problem !== undefined) {
    book.problem(number, problem.code)
    return
  }
  if (!isFields(value)) {
    book.problem(number, 'not-an-event')
    return
  }
  const type = text(value, 'event_type')
  if (type === 'alert') {
    eveAlert(book, value, number)
    return
  }
  // Other events of the same log say nothing that is odd.
  if (type !== undefined) return
  if (text(value, 'note') !== undefined) {
    notice(book, value, number)
    return
  }
  book.problem(number, 'not-an-event')
}

function eveAlert(book: Book, event: Fields, number: number): void {
  const name = text(event, 'alert', 'signature')
  if (name === undefined) {
    book.problem(number, 'no-name')
    return
  }
  const level = Number(text(event, 'alert', 'severity'))
  const at = instant(text(event, 'timestamp'))
  book.add({
    origin: 'suricata',
    rule: text(event, 'alert', 'signature_id') ?? null,
    name: name.slice(0, 200),
    severity: level === 1 ? 'high' : level === 2 ? 'medium' : level > 2 ? 'low' : null,
    ...{ from: at, to: at, times: 1 },
    addresses: ends(text(event, 'src_ip'), text(event, 'dest_ip')),
  })
}

function notice(book: Book, row: Fields, number: number): void {
  const rule = text(row, 'note')
  if (rule === undefined) {
    book.problem(number, 'no-name')
    return
  }
  const at = instant(text(row, 'ts'))
  const ours = (name: string) => {
    const found = row[name]
    return typeof found === 'string' && found !== '-' ? found : undefined
  }
  book.add({
    origin: 'zeek',
    rule: rule.slice(0, 200),
    name: (text(row, 'msg') ?? rule).slice(0, 200),
    severity: null,
    ...{ from: at, to: at, times: 1 },
    addresses: ends(ours('id.orig_h') ?? ours('src'), ours('id.resp_h') ?? ours('dst')),
  })
}

function detections(book: Book, given: string): void {
  const { value, problem } = jsonText(given, { path: '' })
  if (problem !== undefined) {
    book.problem(1, problem.code)
    return
  }
  const found = isFields(value) ? value['detections'] : undefined
  if (!Array.isArray(found)) {
    book.problem(1, 'no-detections')
    return
  }
  const known = isFields(value) && Array.isArray(value['assets']) ? value['assets'] : []
  const addressOf = new Map<string, string>()
  for (const one of known) {
    if (!isFields(one)) continue
    const first = Array.isArray(one['ipv4']) ? one['ipv4'][0] : undefined
    const id = text(one, 'id')
    if (id !== undefined && typeof first === 'string') addressOf.set(id, first)
  }
  for (const one of found) {
    book.looked += 1
    const kind = isFields(one) ? text(one, 'kind') : undefined
    if (!isFields(one) || kind === undefined) {
      book.problem(book.looked, 'no-name')
      continue
    }
    const [source, target] = [text(one, 'source'), text(one, 'target')]
    const technique = text(one, 'technique', 'name')
    const times = Number(text(one, 'count') ?? 1)
    book.add({
      origin: 'capture',
      rule: kind.slice(0, 200),
      name: (technique === undefined ? kind : `${kind}: ${technique}`).slice(0, 200),
      severity: technique === undefined ? 'medium' : 'high',
      ...{ from: instant(text(one, 'first')), to: instant(text(one, 'last')) },
      times: Number.isSafeInteger(times) && times > 0 ? times : 1,
      addresses: ends(
        source === undefined ? undefined : (addressOf.get(source) ?? source),
        target === undefined ? undefined : (addressOf.get(target) ?? target),
      ),
    })
  }
}

function fieldsOf(columns: readonly string[], cells: readonly string[]): Fields {
  return Object.fromEntries(
    columns.flatMap((name, at) => {
      const cell = cells[at]
      return cell === undefined || cell === '-' || cell === '(empty)' ? [] : [[name, cell]]
    }),
  )
}

function ends(...given: readonly (string | undefined)[]): readonly string[] {
  return given.flatMap((one) => (one === undefined || one === '' ? [] : [one.slice(0, 200)]))
}

/** Seconds since 1970, or a date with an offset; Suricata writes it without a colon. */
function instant(given: string | undefined): string | null {
  if (given === undefined) return null
  const seconds = /^\d{9,11}(\.\d+)?$/.test(given) ? Number(given) * 1000 : Number.NaN
  const ms = Number.isNaN(seconds)
    ? Date.parse(given.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
    : seconds
  return Number.isFinite(ms) && ms > 0 && ms < 4e12 ? new Date(ms).toISOString() : null
}

function least(given: readonly (string | null)[]): string | null {
  return given.filter((one) => one !== null).toSorted()[0] ?? null
}

function most(given: readonly (string | null)[]): string | null {
  return (
    given
      .filter((one) => one !== null)
      .toSorted()
      .at(-1) ?? null
  )
}
