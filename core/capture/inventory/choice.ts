// SPDX-License-Identifier: EUPL-1.2
// What is published one by one where there is more than anybody can read: what a person must
// judge first, then what belongs to the factory, then what talks most. The rest keeps its counts.
import type { Device } from './device-list.ts'
import type { Draft, Drafts } from './draft.ts'
import { inventoryLimits } from './limits.ts'
import type { Lines } from './lines.ts'

/** Asset ids of what must not be left out; null for a side that is absent. */
export interface Kept {
  readonly source: string | null
  readonly target: string | null
}

export interface Choice {
  /** By number of the draft: 1 for those published. */
  readonly drafts: Uint8Array
  readonly draftsLeftOut: number
  /** By number of the line. */
  readonly lines: Uint8Array
  readonly linesLeftOut: number
}

export function choice(
  { drafts, devices, lines }: ChoiceParts,
  kept: readonly Kept[],
  isOutside: (draft: Draft) => boolean,
): Choice {
  const pairs = kept.map(({ source, target }) => ({
    source: source === null ? -1 : numberOf(devices, source),
    target: target === null ? -1 : numberOf(devices, target),
  }))
  const isKept = new Set(pairs.flatMap(({ source, target }) => [source, target]))
  const chosen = firstOf(drafts.list.length, inventoryLimits.assets, {
    rank: (number) => rankOfDraft(drafts.list[number], isKept, isOutside),
    packets: (number) => packetsOf(drafts, drafts.list[number]),
  })
  const isListed = (line: number) => chosen[lines.from(line)] === 1 && chosen[lines.to(line)] === 1
  const keptPairs = new Set(pairs.map(({ source, target }) => `${source} ${target}`))
  const chosenLines = firstOf(lines.count, inventoryLimits.conversations, {
    rank: (line) => (isListed(line) ? rankOfLine(lines, line, keptPairs) : -1),
    packets: (line) => lines.packets(line),
  })
  return {
    drafts: chosen,
    draftsLeftOut: missing(chosen),
    lines: chosenLines,
    // Telegrams to nobody in particular are no conversation of two devices.
    linesLeftOut: missing(chosenLines) - nobodys(lines),
  }
}

export interface ChoiceParts {
  readonly drafts: Drafts
  readonly devices: readonly Device[]
  readonly lines: Lines
}

function rankOfDraft(
  draft: Draft,
  isKept: ReadonlySet<number>,
  isOutside: (draft: Draft) => boolean,
): number {
  // A child is nothing without its parent.
  const { parent, device } = draft
  if (parent !== undefined) return rankOfDraft(parent, isKept, isOutside)
  if (isKept.has(draft.number)) return 3
  if (isOutside(draft)) return 0
  return device?.isSilent === true ? 1 : 2
}

function packetsOf({ figures }: Drafts, { number, parent }: Draft): number {
  return figures.packets[parent?.number ?? number] ?? 0
}

function rankOfLine(lines: Lines, line: number, keptPairs: ReadonlySet<string>): number {
  if (lines.hasCommands(line)) return 3
  const isKept = keptPairs.size > 0 && keptPairs.has(`${lines.from(line)} ${lines.to(line)}`)
  if (isKept) return 2
  return lines.service(line).kind === 'office' ? 0 : 1
}

interface Order {
  /** Higher is more important; below 0 never. */
  readonly rank: (number: number) => number
  /** Decides within a rank; the first wins between equals. */
  readonly packets: (number: number) => number
}

const ranks = [3, 2, 1, 0] as const

/** Marks the most important, at most `limit`. */
function firstOf(count: number, limit: number, order: Order): Uint8Array {
  const isChosen = new Uint8Array(count)
  const rankOf = new Int8Array(count)
  for (let number = 0; number < count; number += 1) rankOf[number] = order.rank(number)
  let room = limit
  for (const rank of ranks) {
    const bound = packetsOfLast(rankOf, rank, room, order)
    const equals: number[] = []
    for (let number = 0; number < count && bound !== undefined; number += 1) {
      if (rankOf[number] !== rank) continue
      const packets = order.packets(number)
      if (packets === bound) equals.push(number)
      if (packets <= bound) continue
      isChosen[number] = 1
      room -= 1
    }
    for (const number of equals.slice(0, room)) isChosen[number] = 1
    room -= Math.min(room, equals.length)
  }
  return isChosen
}

/** Packets of the last of a rank for which there is room; below all of them when all fit. */
function packetsOfLast(
  rankOf: Int8Array,
  rank: number,
  room: number,
  order: Order,
): number | undefined {
  let members = 0
  for (const one of rankOf) if (one === rank) members += 1
  if (members === 0 || room === 0) return undefined
  if (members <= room) return -1
  const packets = new Float64Array(members)
  let at = 0
  for (const [number, one] of rankOf.entries()) {
    if (one !== rank) continue
    packets[at] = order.packets(number)
    at += 1
  }
  // A typed array sorts by number, without a call per comparison.
  return packets.sort()[members - room]
}

function missing(isChosen: Uint8Array): number {
  let count = 0
  for (const one of isChosen) count += 1 - one
  return count
}

function nobodys(lines: Lines): number {
  let count = 0
  for (let line = 0; line < lines.count; line += 1) if (lines.to(line) < 0) count += 1
  return count
}

/** -1 for an id that no device has. */
function numberOf(devices: readonly Device[], id: string): number {
  let low = 0
  let high = devices.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (devices[middle].id < id) low = middle + 1
    else high = middle
  }
  return devices[low]?.id === id ? low : -1
}
