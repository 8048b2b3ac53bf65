// SPDX-License-Identifier: EUPL-1.2
import { readCsv } from '../csv/index.ts'
import { type Problem, quoted } from '../problem/index.ts'
import { plainName, type Table } from '../table/index.ts'

/** One person and one message. Absent is what the file does not tell. */
export interface DrillRow {
  readonly line: number
  /** An address or a name, as it stood there. */
  readonly who: string
  readonly sent_on?: string
  readonly was_opened?: boolean
  readonly was_clicked?: boolean
  readonly was_reported?: boolean
}

export const drillColumns = ['who', 'sent', 'opened', 'clicked', 'reported', 'date'] as const
export type DrillColumn = (typeof drillColumns)[number]

/** For each: the heading in the file; null is that the file has none. Absent is to be guessed. */
export type DrillColumns = Readonly<Partial<Record<DrillColumn, string | null>>>

export interface DrillRead {
  readonly head: readonly string[]
  /** As they were taken: what was said, else what was guessed. */
  readonly columns: Readonly<Record<DrillColumn, string | null>>
  readonly rows: readonly DrillRow[]
  /** Rows of people to whom nothing was sent. */
  readonly not_sent: number
  readonly problems: readonly Problem[]
}

const names: Readonly<Record<DrillColumn, readonly string[]>> = {
  who: [
    'email',
    'e-mail',
    'mail',
    'e-mailadres',
    'email address',
    'user',
    'recipient',
    'ontvanger',
    'persoon',
    'person',
    'naam',
    'name',
    'userprincipalname',
    'medewerker',
  ],
  sent: [
    'sent',
    'verzonden',
    'verstuurd',
    'delivered',
    'afgeleverd',
    'email sent',
    'delivery status',
    'status',
  ],
  opened: ['opened', 'open', 'geopend', 'email opened', 'read', 'gelezen', 'messageread'],
  clicked: [
    'clicked',
    'click',
    'geklikt',
    'clicked link',
    'link clicked',
    'email link clicked',
    'compromised',
  ],
  reported: ['reported', 'report', 'gemeld', 'reported phish', 'reported email', 'gerapporteerd'],
  date: [
    'date',
    'datum',
    'send date',
    'sent date',
    'sent on',
    'verzenddatum',
    'delivered at',
    'send_date',
    'delivery time',
  ],
}

const mostProblems = 100
const mostRows = 50_000
const longestWho = 254

/** Any bytes give rows and problems, each at its line. The same person twice is added up. */
export function readDrill(path: string, bytes: Uint8Array, said: DrillColumns = {}): DrillRead {
  const table = readCsv(path, bytes)
  const columns = columnsOf(table, said)
  const problems: Problem[] = [...table.problems]
  const none = { head: table.head, columns, rows: [], not_sent: 0 }
  if (columns.who === null) {
    const expected = 'a column with an address or a name'
    const found = quoted(table.head.join(', '))
    problems.push({ path, line: table.headLine, column: null, expected, found })
    return { ...none, problems }
  }
  const byWho = new Map<string, DrillRow>()
  let notSent = 0
  for (const row of table.rows.slice(0, mostRows)) {
    const made = rowOf(table, row, columns, problems)
    if (made === 'not-sent') notSent += 1
    else if (made !== undefined) {
      const key = made.who.toLowerCase()
      const before = byWho.get(key)
      byWho.set(key, before === undefined ? made : added(before, made))
    }
  }
  if (table.rows.length > mostRows) {
    const found = String(table.rows.length)
    problems.push({ path, line: null, column: null, expected: `at most ${mostRows} rows`, found })
  }
  return {
    head: table.head,
    columns,
    rows: [...byWho.values()],
    not_sent: notSent,
    problems: problems.slice(0, mostProblems),
  }
}

function columnsOf(table: Table, said: DrillColumns): DrillRead['columns'] {
  const taken = new Set<string>()
  const found = drillColumns.map((column) => {
    const asked = said[column]
    const heading =
      asked !== undefined
        ? (table.head.find((one) => one === asked) ?? null)
        : guess(table.head, column, taken)
    if (heading !== null) taken.add(heading)
    return [column, heading] as const
  })
  // Every column has just been looked for.
  return Object.fromEntries(found) as Record<DrillColumn, string | null>
}

function guess(
  head: readonly string[],
  column: DrillColumn,
  taken: ReadonlySet<string>,
): string | null {
  for (const name of names[column]) {
    const found = head.find((one) => plainName(one) === plainName(name) && !taken.has(one))
    if (found !== undefined) return found
  }
  return null
}

function rowOf(
  { path, head }: Table,
  { line, cells }: Table['rows'][number],
  columns: DrillRead['columns'],
  problems: Problem[],
): DrillRow | 'not-sent' | undefined {
  const cell = (column: DrillColumn) => {
    const at = columns[column] === null ? -1 : head.indexOf(columns[column] ?? '')
    return (cells[at] ?? '').trim()
  }
  const no = (column: DrillColumn, expected: string) => {
    const at = head.indexOf(columns[column] ?? '') + 1
    problems.push({ path, line, column: at, expected, found: quoted(cell(column)) })
  }
  if (cells.every((one) => one.trim() === '')) return undefined
  const who = cell('who').slice(0, longestWho)
  if (who === '') {
    no('who', 'an address or a name')
    return undefined
  }
  const flag = (column: DrillColumn) => {
    const text = cell(column)
    if (columns[column] === null) return undefined
    const value = flagOf(text)
    if (value === null) no(column, 'yes or no, a number or a moment')
    return value ?? undefined
  }
  if (flag('sent') === false) return 'not-sent'
  const on = dayOf(cell('date')) ?? dayOf(cell('sent'))
  if (cell('date') !== '' && dayOf(cell('date')) === undefined) no('date', 'a day: 2026-11-22')
  const opened = flag('opened')
  const clicked = flag('clicked')
  const reported = flag('reported')
  return {
    line,
    who,
    ...(on === undefined ? {} : { sent_on: on }),
    // Who clicked has opened it, whatever a blocked picture says.
    ...(clicked === true
      ? { was_opened: true }
      : opened === undefined
        ? {}
        : { was_opened: opened }),
    ...(clicked === undefined ? {} : { was_clicked: clicked }),
    ...(reported === undefined ? {} : { was_reported: reported }),
  }
}

const yes =
  /^(yes|ja|true|waar|y|j|x|1|sent|delivered|verzonden|verstuurd|afgeleverd|success|opened|clicked|reported|geopend|geklikt|gemeld)$/i
const no = /^(no|nee|false|onwaar|n|-|0|failed|bounced|niet .*|not .*|mislukt)?$/i

/** A number of times and a moment are a yes; nothing in the cell is a no. Null cannot be read. */
function flagOf(text: string): boolean | null {
  if (no.test(text)) return false
  if (yes.test(text) || dayOf(text) !== undefined) return true
  return /^\d{1,6}$/.test(text) ? Number(text) > 0 : null
}

/** `2026-11-22`, with or without a time, and `22-11-2026` or `22/11/2026`, as Dutch lists have it. */
function dayOf(text: string): string | undefined {
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?$/.exec(text)
  const [, y, m, d] = iso ?? []
  const dutch = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[ ,].*)?$/.exec(text)
  const [, dd, mm, yyyy] = dutch ?? []
  const day =
    iso !== null
      ? `${y}-${m}-${d}`
      : `${yyyy}-${(mm ?? '').padStart(2, '0')}-${(dd ?? '').padStart(2, '0')}`
  if (iso === null && dutch === null) return undefined
  const ms = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day) ? day : undefined
}

/** What happened in one of the rows happened; what one of them knows is known. */
function added(a: DrillRow, b: DrillRow): DrillRow {
  const either = (name: 'was_opened' | 'was_clicked' | 'was_reported') => {
    const [one, other] = [a[name], b[name]]
    if (one === undefined && other === undefined) return {}
    return { [name]: one === true || other === true }
  }
  return {
    ...b,
    ...a,
    ...either('was_opened'),
    ...either('was_clicked'),
    ...either('was_reported'),
  }
}
