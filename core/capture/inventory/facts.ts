// SPDX-License-Identifier: EUPL-1.2
// What was said about a device: kept with its source, chosen from by rule, contradictions shown.
import type { Asset, Fact, FactConflict } from '../asset.ts'
import type { SightedFact } from '../observations.ts'
import { addressBytes } from './addresses.ts'
import { inventoryLimits } from './limits.ts'
import { exclusiveFacts, hostnameFacts, type IdentityField, rankOf } from './precedence.ts'

/** The same statement, whoever's card made it: first sighting, all packets. */
export interface Statement {
  readonly name: string
  readonly value: string
  readonly protocol: string
  readonly capture: number
  readonly frame: number
  readonly packets: number
}

export type Identity = Pick<Asset, IdentityField | 'hostnames' | 'conflicts'>

export function mergeStatements(facts: readonly SightedFact[]): Statement[] {
  const merged = new Map<string, Statement>()
  for (const { name, value, protocol, packets, seen } of facts) {
    const key = JSON.stringify([name, value, protocol])
    const known = merged.get(key)
    const isEarlier =
      known === undefined ||
      seen.capture < known.capture ||
      (seen.capture === known.capture && seen.frame < known.frame)
    const first = isEarlier ? seen : known
    merged.set(key, {
      name,
      value,
      protocol,
      capture: first.capture,
      frame: first.frame,
      packets: packets + (known?.packets ?? 0),
    })
  }
  return [...merged.values()].sort(compareStatements)
}

/** As published, at most `factsPerName` of a name and protocol; says how many were left out. */
export function publishedFacts(
  statements: readonly Statement[],
  captureNames: readonly string[],
): { facts: Fact[]; leftOut: number } {
  const counts = new Map<string, number>()
  const facts: Fact[] = []
  for (const { name, value, protocol, capture, frame } of statements) {
    const key = `${name} ${protocol}`
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    if (count > inventoryLimits.factsPerName) continue
    facts.push({ name, value, protocol, capture: captureNames[capture] ?? '', frame })
  }
  return { facts, leftOut: statements.length - facts.length }
}

export function identity(statements: readonly Statement[], isInside: boolean): Identity {
  const choose = (field: IdentityField) => chosen(field, statements)
  return {
    vendor: choose('vendor') ?? statedValue(statements, 'oui.vendor'),
    model: choose('model'),
    order_number: choose('order_number'),
    firmware: choose('firmware'),
    serial: choose('serial'),
    operating_system: choose('operating_system'),
    hostnames: hostnames(statements, isInside),
    conflicts: conflicts(statements),
  }
}

/** By precedence, then by how often it was said, then the first; the fuller of two that agree. */
function chosen(field: IdentityField, statements: readonly Statement[]): string | null {
  const candidates = statements.filter(({ name, value }) => name === field && !isNumberOnly(value))
  candidates.sort(
    (left, right) =>
      rankOf(field, left.protocol) - rankOf(field, right.protocol) ||
      right.packets - left.packets ||
      compareStatements(left, right),
  )
  const [first] = candidates
  if (first === undefined) return null
  const fuller = candidates.find(
    ({ value, protocol }) =>
      protocol === first.protocol && value.length > first.value.length && agree(value, first.value),
  )
  return (fuller ?? first).value
}

function statedValue(statements: readonly Statement[], wanted: string): string | null {
  return statements.find(({ name }) => name === wanted)?.value ?? null
}

/** Unique without regard to case, `.local` and a closing dot; the first spelling stays. */
function hostnames(statements: readonly Statement[], isInside: boolean): string[] {
  const names = new Map<string, string>()
  for (const wanted of hostnameFacts) {
    if (wanted === 'dns.name' && !isInside) continue
    for (const { name, value } of statements) {
      if (name !== wanted) continue
      const short = value.replace(/\.$/, '').replace(/\.local$/i, '')
      const key = short.toLowerCase()
      if (short !== '' && addressBytes(short) === undefined && !names.has(key)) {
        names.set(key, short)
      }
    }
  }
  return [...names.values()]
}

function conflicts(statements: readonly Statement[]): FactConflict[] {
  const found: FactConflict[] = []
  for (const name of [...exclusiveFacts].sort()) {
    const values: string[] = []
    for (const statement of statements) {
      if (statement.name !== name || !isReadable(statement.value)) continue
      if (isNumberOnly(statement.value)) continue
      const same = values.findIndex((value) => agree(value, statement.value))
      if (same === -1) {
        if (values.length < inventoryLimits.conflictValues) values.push(statement.value)
      } else if (statement.value.length > (values[same] ?? '').length)
        values[same] = statement.value
    }
    if (values.length > 1) found.push({ name, values })
  }
  return found
}

/** `vendor id 42`: a number of a register that nobody resolved names nothing. */
function isNumberOnly(text: string): boolean {
  return /^(vendor|device)[ _]id:? \d+$/i.test(text)
}

/** Attacks put bytes that are no text where names belong; those contradict nothing. */
function isReadable(text: string): boolean {
  return text.length > 1 && !text.includes('\ufffd')
}

/** The same words, or one a part of the other: `V3.2` and `V3.2.6`, but not `1.1` and `11.1`. */
function agree(left: string, right: string): boolean {
  const a = plain(left)
  const b = plain(right)
  return a === b || (a !== '' && b !== '' && (isPartOf(a, b) || isPartOf(b, a)))
}

function isPartOf(part: string, whole: string): boolean {
  const at = whole.indexOf(part)
  if (at === -1) return false
  const before = whole[at - 1] ?? ''
  const after = whole[at + part.length] ?? ''
  return (
    !(isDigit(before) && isDigit(part[0] ?? '')) && !(isDigit(after) && isDigit(part.at(-1) ?? ''))
  )
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9'
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[\s_,-]+/g, '')
}

function compareStatements(left: Statement, right: Statement): number {
  return (
    compareTexts(left.name, right.name) ||
    left.capture - right.capture ||
    left.frame - right.frame ||
    compareTexts(left.protocol, right.protocol) ||
    compareTexts(left.value, right.value)
  )
}

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
