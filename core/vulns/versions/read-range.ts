// SPDX-License-Identifier: EUPL-1.2
import { limits } from '../limits.ts'
import { versionOrder } from './compare.ts'
import { operatorsFor } from './prose.ts'
import { allVersions, type Bound, type Interval, type RangeReading } from './range.ts'
import { serialBoundOf } from './serial.ts'
import { type Version, versionOf } from './version.ts'
import { subjects } from './words.ts'

type Op = '<' | '<=' | '>' | '>=' | '=' | '!='

interface Constraint {
  readonly op: Op
  readonly version: Version
  /** The constraint is on a train: `5.x`. */
  readonly isTrain: boolean
}

const months = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i
const all =
  /^(?:[*]|all|any|vers:all\/\*|all (?:\w+ )?(?:versions?|variants?|revisions?|releases?))$/i
const none = /^(?:|-|n\/?a|none|unknown|no versions?|see .*)$/i
// Begins prose that limits the range to some installations.
const conditionStart =
  /\s*[,;(]?\s*\b(with(?:out)?|only|if|when|where|in connection|in combination|running|configured|manufactured|packaged|based on|used|using|for|part of)\b/i
// Brackets that limit where a product is sold or name its state, not what runs on it.
const harmless =
  /\s*\((?:these products are sold[^()]*|sold in[^()]*|discontinued[^()]*|eol[^()]*|all (?:variants|revisions)[^()]*)\)/gi

/**
 * Reads a version range: VERS, the looser forms CSAF documents have, and the prose that came before
 * both. What cannot be read exactly is unreadable or conditional; nothing is guessed.
 */
export function readRange(text: string): RangeReading {
  const plain = text.replace(/[\s_]+/g, ' ').trim()
  if (plain.length > limits.versionLength) return { text, unreadable: 'too-long' }
  if (all.test(plain)) return { ...allVersions, text }
  if (none.test(plain)) return { text, unreadable: 'no-version' }
  if (/\bserial\b/i.test(plain)) {
    const serial = serialBoundOf(plain)
    return serial === undefined
      ? { text, unreadable: 'serial-number' }
      : { ...allVersions, isAll: false, text, serial }
  }
  if (months.test(plain)) return { text, unreadable: 'date' }
  // "20-33": main versions from one to another.
  const span = /^(\d{1,3})-(\d{1,3})$/.exec(plain)
  if (span !== null && Number(span[1]) < Number(span[2])) {
    return readConstraints(text, `>= ${span[1]} | <= ${span[2]}.x`)
  }
  return readConstraints(text, plain)
}

function readConstraints(text: string, plain: string): RangeReading {
  const { hardware, rest } = splitHardware(
    plain.replace(/^vers:[\w.+-]+\//i, '').replace(harmless, ''),
  )
  const { subject, body, condition } = splitCondition(operatorsFor(rest))
  const about = {
    ...(subject === undefined ? {} : { subject }),
    ...(condition === undefined ? {} : { condition }),
    ...(hardware === undefined ? {} : { hardware }),
  }
  if (all.test(body) || body === '') return { ...allVersions, text, ...about }
  const [kept = '', left] = body.split(/\bexcluding\b/i)
  const excluded = (left ?? '').split(/\band\b|,|\|/).flatMap((one) => versionOf(one) ?? [])
  const fixes = fixesOf(kept)
  if (fixes !== undefined) return { ...allVersions, isAll: false, text, fixes, excluded, ...about }
  const constraints = constraintsOf(kept)
  if (constraints === undefined) return { text, unreadable: 'constraint' }
  return combined(text, constraints, { excluded, ...about })
}

/** `revision index B1 with BSP <= UN30 1.76`, `G1 with BSP …`. */
function splitHardware(text: string): { hardware?: string; rest: string } {
  const inside = text.replace(/^\s*\(([^()]*)\)\s*$/, '$1')
  const found = /^\s*[(|]?\s*(?:revision index\s+)?([A-Z]\d)\s+with\s+([^()]*)\)?\s*$/i.exec(inside)
  return found === null
    ? { rest: text }
    : { hardware: (found[1] ?? '').toUpperCase(), rest: found[2] ?? '' }
}

function splitCondition(text: string): { subject?: string; body: string; condition?: string } {
  const at = conditionStart.exec(text)
  let body = at === null ? text : text.slice(0, at.index)
  const parts = at === null ? [] : [text.slice(at.index).replace(/^[\s,;(]+|[\s)]+$/g, '')]
  // Brackets after a version are a remark, unless they hold nothing but a number.
  body = body.replace(/\s*\((?!\d+\w?\))([^()]*)\)?/g, (_, remark: string) => {
    if (remark.trim() !== '') parts.push(remark.trim())
    return ' '
  })
  const word = /^\s*([a-z]+)\s*(?=[<>=])/i.exec(body)?.[1]?.toLowerCase()
  const subject = word !== undefined && subjects.has(word) ? word : undefined
  const lead = /^\s*([^<>=!|]*[a-z][^<>=!|]*?)\s*(?=[<>]=?)/i.exec(body)
  if (lead?.[1] !== undefined && !/^(?:versions?|v|ver|firmware|fw|all|software)$/i.test(lead[1])) {
    if (subject === undefined) parts.push(lead[1].trim())
  }
  if (lead !== null) body = body.slice(lead[0].length)
  const condition = parts.join('; ')
  return {
    body: body.trim(),
    ...(subject === undefined ? {} : { subject }),
    ...(condition === '' ? {} : { condition }),
  }
}

/** `<v36.011_v35.013_v34.014` and `<A|<B`: one fixed version for each train. */
function fixesOf(body: string): readonly Version[] | undefined {
  const spaced = /^<\s*([^<>=|]+)$/.exec(body)?.[1]?.trim().split(/\s+/)
  const pieces = spaced ?? (/^(?:<[^<>=|]+\|\s*)+<[^<>=|]+$/.test(body) ? body.split('|') : [])
  if (pieces.length < 2) return undefined
  const isEach = pieces.every((piece) => /^<?\s*v?\d+(?:\.\d+)+\s*$/i.test(piece))
  const versions = pieces.flatMap((piece) => versionOf(piece.replace('<', '')) ?? [])
  return isEach && versions.length === pieces.length ? versions : undefined
}

function constraintsOf(body: string): readonly Constraint[] | undefined {
  const pieces = body
    .replaceAll('≤', '<=')
    .replaceAll('≥', '>=')
    .replace(/(\d)\s*,\s*(?=v?\d|[<>])/gi, '$1|')
    .replace(/\band\b\s*(?=[<>=\d|]|$)/gi, ' ')
    .split(/\|+|(?=[<>!]=?|(?<![<>!=])=)/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
  if (pieces.length === 0 || pieces.length > limits.constraints) return undefined
  const constraints = pieces.flatMap((piece) => constraintOf(piece) ?? [])
  return constraints.length === pieces.length ? constraints : undefined
}

function constraintOf(piece: string): Constraint | undefined {
  const found = /^(<=|>=|==?|!=|<|>)?\s*(.*)$/s.exec(piece)
  const written = found?.[1] ?? '='
  const op = (written === '==' ? '=' : written) as Op
  const text = (found?.[2] ?? '').trim()
  const train = /^(.*?\d)\s*(?:[.\s]?[x*]|\.)$/i.exec(text)
  const version = versionOf(train?.[1] ?? text)
  if (version === undefined) return undefined
  // Only letters ("LF") or words are no version that can be put in order.
  if (version.main.every((part) => part.number === undefined)) return undefined
  // A trailing dot is a slip of the pen, `v1.10.00.005.`, after an operator.
  return { op, version, isTrain: train !== null && !(text.endsWith('.') && op !== '=') }
}

function combined(text: string, all: readonly Constraint[], about: object): RangeReading {
  const listed = all.filter((one) => one.op === '=' && !one.isTrain).map((one) => one.version)
  const trains = all.filter((one) => one.op === '=' && one.isTrain).map((one) => one.version)
  const excluded = all.filter((one) => one.op === '!=').map((one) => one.version)
  const bounds = all.filter((one) => /[<>]/.test(one.op))
  const intervals = intervalsOf(bounds)
  if (intervals === undefined) return { text, unreadable: 'contradictory' }
  const known = (about as { excluded?: readonly Version[] }).excluded ?? []
  return {
    ...allVersions,
    isAll: false,
    text,
    intervals,
    listed,
    trains,
    ...about,
    excluded: [...known, ...excluded],
  }
}

/** Walks the sorted bounds as VERS has it: an upper one closes what the last lower one opened. */
function intervalsOf(bounds: readonly Constraint[]): readonly Interval[] | undefined {
  const sorted = isInOrder(bounds)
    ? bounds
    : bounds.toSorted((a, b) => versionOrder(a.version, b.version))
  const intervals: Interval[] = []
  let from: Bound | undefined
  for (const { op, version, isTrain } of sorted) {
    if (op.startsWith('>')) {
      if (from !== undefined) return undefined
      from = { version, isIncluded: op === '>=' || isTrain }
      continue
    }
    if (from === undefined && intervals.length > 0) return undefined
    const to = {
      version: isTrain && op === '<=' ? endOf(version) : version,
      isIncluded: op === '<=',
    }
    intervals.push(from === undefined ? { to } : { from, to })
    from = undefined
  }
  if (from !== undefined) intervals.push({ from })
  return intervals
}

/** Lower, upper, lower, upper as written: ranges that overlap at their ends stay as they are. */
function isInOrder(bounds: readonly Constraint[]): boolean {
  return (
    bounds.every(({ op }, at) => op.startsWith('>') === (at % 2 === 0)) &&
    bounds.every(
      ({ op, version }, at) =>
        op.startsWith('>') || versionOrder((bounds[at - 1] as Constraint).version, version) <= 0,
    )
  )
}

/** After every version of a train: `<= 5.x` includes 5.9. */
function endOf(train: Version): Version {
  const last = { number: Number.MAX_SAFE_INTEGER, text: 'x' }
  return { ...train, main: [...train.main, last] }
}
