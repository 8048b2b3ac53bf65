// SPDX-License-Identifier: EUPL-1.2
import { macText } from './addresses.ts'
import type { Analysis } from './flows/analysis.ts'
import type { Limits } from './limits.ts'
import type {
  AddressMove,
  CaptureSummary,
  LeftOut,
  Observed,
  SightedEvent,
} from './observations.ts'
import { conversationRows } from './rows/conversations.ts'
import { Ends } from './rows/ends.ts'
import { Frames } from './rows/frames.ts'
import { OperationLists } from './rows/operations.ts'
import { senderRows } from './rows/senders.ts'
import { bindingRows, factRows } from './rows/statements.ts'

/**
 * Puts the counted columns into words, row by row as they are read. Holds on to the columns that
 * it reads and to nothing else of the analysis, and shows them as they are until more is read.
 */
export function observed(
  analysis: Analysis,
  captures: readonly CaptureSummary[],
  lastFrames: readonly number[],
  limits: Limits,
): Observed {
  const { senders, conversations, layers, store, network, registry } = analysis
  const frames = new Frames([...lastFrames])
  const ends = new Ends(senders, network.ipv6Addresses)
  const { count } = conversations.table
  const operations = new OperationLists(analysis.operations, registry, frames, count)
  const { facts, factSightings, bindings: stated, bindingSightings: sightings } = store
  return {
    captures: [...captures],
    protocols: layers.record(),
    senders: senderRows(senders, ends, frames),
    bindings: bindingRows({ arp: network.arp, stated, sightings, frames }),
    conversations: conversationRows({ conversations, senders, layers, ends, frames, operations }),
    facts: factRows(facts, factSightings, frames),
    events: events(analysis, frames),
    moves: moves(analysis, ends, frames),
    shapes: analysis.shapes.list().map(({ frame, ...shape }) => ({
      ...shape,
      seen: frames.seen(frame),
    })),
    leftOut: leftOut(analysis, limits),
  }
}

function events({ store }: Analysis, frames: Frames): readonly SightedEvent[] {
  return Array.from(store.events.values(), (event) => ({
    ...event,
    frames: event.frames.map((frame) => frames.seen(frame)),
  }))
}

function moves(analysis: Analysis, ends: Ends, frames: Frames): readonly AddressMove[] {
  const list: AddressMove[] = []
  for (const move of analysis.moves.list()) {
    const ip = ends.ipText(move.version, move.address)
    if (ip === undefined) continue
    const { basis, count } = move
    const from = macText(move.fromHigh, move.fromLow)
    const to = macText(move.toHigh, move.toLow)
    list.push({ ip, from, to, count, basis, seen: frames.seen(move.frame) })
  }
  return list
}

function leftOut(analysis: Analysis, limits: Limits): readonly LeftOut[] {
  const { store, moves, network, operations, dispatcher } = analysis
  const list: readonly (readonly [string, number, number])[] = [
    ['flows', limits.flows, analysis.eviction.evicted],
    ['hosts', limits.hosts, analysis.senders.leftOut],
    ['ipv6-addresses', limits.ipv6Addresses, network.ipv6Addresses.leftOut],
    ['conversations', limits.conversations, analysis.conversations.leftOut],
    ['starts', limits.starts, analysis.conversations.starts.leftOut],
    ['clocks', limits.clocks, store.clocks.leftOut],
    ['operations', limits.operations, operations.leftOut],
    ['facts', limits.facts, store.leftOut.facts],
    ['events', limits.events, store.leftOut.events],
    ['bindings', limits.bindings, store.leftOut.bindings + network.arp.leftOut],
    ['moves', limits.moves, moves.leftOut],
    ['watched-addresses', limits.hosts * 2, moves.unwatched],
    ['streams', limits.streams, dispatcher.reassembly.streams.leftOut],
    ['unknown-services', limits.unknownServices, analysis.shapes.leftOut],
    ['layers', 1023, analysis.layers.overflow],
  ]
  return list
    .filter(([, , count]) => count > 0)
    .map(([what, limit, count]) => ({ what, limit, leftOut: count }))
}
