// SPDX-License-Identifier: EUPL-1.2
// What was said about a device: kept with its source, chosen from by rule, contradictions shown.

import { addressBytes } from '@schouw/core/kernel/addresses'
import type { Asset, Fact, FactConflict } from '../asset.ts'
import { inventoryLimits } from './limits.ts'
import { exclusiveFacts, hostnameFacts, type IdentityField, rankOf } from './precedence.ts'

/** Something said about a device. */
export interface Statement {
  readonly name: string
  readonly value: string
  readonly protocol: string
  readonly capture: number
  readonly frame: number
  readonly packets: number
}

export type Identity = Pick<Asset, IdentityField | 'hostnames' | 'conflicts'>

/** The same statement once, whoever's card made it: first sighting, all packets. */
export function merged(statements: Statement[]): Statement[] {
  statements.sort(compareContents)
  const distinct: Statement[] = []
  let last: Statement | undefined
  for (const one of statements) {
    if (last !== undefined && isSame(last, one)) {
      last = { ...last, packets: last.packets + one.packets }
      distinct[distinct.length - 1] = last
    } else {
      last = one
      distinct.push(one)
    }
  }
  return distinct.sort(compareStatements)
}

function isSame(left: Statement, right: Statement): boolean {
  return left.name === right.name && left.value === right.value && left.protocol === right.protocol
}

function compareContents(left: Statement, right: Statement): number {
  return (
    compareTexts(left.name, right.name) ||
    compareTexts(left.value, right.value) ||
    compareTexts(left.protocol, right.protocol) ||
    left.capture - right.capture ||
    left.frame - right.frame
  )
}

/** As published, at most `factsPerName` of a name and protocol; says how many were left out. */
export function publishedFacts(
  statements: readonly Statement[],
  captureNames: readonly string[],
): { facts: Fact[]; leftOut: number } {
  const counts = new Map<string, number>()
  const isFew = statements.length <= inventoryLimits.factsPerName
  const facts: Fact[] = []
  for (const { name, value, protocol, capture, frame } of statements) {
    if (!isFew && counted(counts, `${name} ${protocol}`) > inventoryLimits.factsPerName) continue
    facts.push({ name, value, protocol, capture: captureNames[capture] ?? '', frame })
  }
  return { facts, leftOut: statements.length - facts.length }
}

function counted(counts: Map<string, number>, key: string): number {
  const count = (counts.get(key) ?? 0) + 1
  counts.set(key, count)
  return count
}

export function identity(statements: readonly Statement[], isInside: boolean): Identity {
  const choose = (field: IdentityField) => chosen(field, statements)
  return {
    vendor: vendorOf(statements),
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
export function chosen(field: IdentityField, statements: readonly Statement[]): string | null {
  const first = preferred(field, statements, () => true)
  if (first === undefined) return null
  const { protocol, value } = first
  const isFuller = (other: Statement) =>
    other.protocol === protocol && other.value.length > value.length && agree(other.value, value)
  return (preferred(field, statements, isFuller) ?? first).value
}

function preferred(
  field: IdentityField,
  statements: readonly Statement[],
  isWanted: (statement: Statement) => boolean,
): Statement | undefined {
  let best: Statement | undefined
  let bestRank = 0
  for (const one of statements) {
    if (one.name !== field || isNumberOnly(one.value) || !isWanted(one)) continue
    const rank = rankOf(field, one.protocol)
    const order =
      best === undefined
        ? -1
        : rank - bestRank || best.packets - one.packets || compareStatements(one, best)
    if (order >= 0) continue
    best = one
    bestRank = rank
  }
  return best
}

/** In the device's own words, else as registered for its card. */
export function vendorOf(statements: readonly Statement[]): string | null {
  const registered = statements.find(({ name }) => name === 'oui.vendor')
  return chosen('vendor', statements) ?? registered?.value ?? null
}

/** Unique without regard to case, `.local` and a closing dot; the first spelling stays. */
function hostnames(statements: readonly Statement[], isInside: boolean): string[] {
  if (statements.length === 0) return []
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
  if (statements.length < 2) return found
  for (const name of sortedExclusiveFacts) {
    const values: string[] = []
    for (const statement of statements) {
      if (statement.name !== name || !isReadable(statement.value)) continue
      if (isNumberOnly(statement.value)) continue
      const same = values.findIndex((value) => isSameValue(name, value, statement.value))
      if (same === -1) {
        if (values.length < inventoryLimits.conflictValues) values.push(statement.value)
      } else if (statement.value.length > (values[same] ?? '').length)
        values[same] = statement.value
    }
    if (values.length > 1) found.push({ name, values })
  }
  return found
}

const sortedExclusiveFacts: readonly string[] = [...exclusiveFacts].sort()

function isSameValue(name: string, left: string, right: string): boolean {
  return agree(left, right) || (name === 'serial' && plainSerial(left) === plainSerial(right))
}

/** The same number as text, in hexadecimal with and without its mark, with leading zeros or not. */
function plainSerial(text: string): string {
  return plain(text).replace(/^(0x)?0*/, '')
}

/** `vendor id 42`: a number of a register that nobody resolved names nothing. */
export function isNumberOnly(text: string): boolean {
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
