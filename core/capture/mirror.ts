// SPDX-License-Identifier: EUPL-1.2
// A first look at a recording: did the mirror port see what it should? Signs with figures; the words
// are elsewhere.
import type { InspectionReport } from './inspection-report.ts'

export interface MirrorSign {
  readonly code:
    | 'both_directions'
    | 'device_traffic'
    | 'no_copies'
    | 'vlan_tags'
    | 'whole_packets'
    | 'nothing_lost'
    | 'long_enough'
    | 'clock'
  /** `unknown` where the recording holds too little to tell. */
  readonly verdict: 'good' | 'doubtful' | 'unknown'
  readonly facts: Readonly<Record<string, string | number>>
}

/** Like the advice of coverage: a mirror that copies one direction shows it in much of TCP. */
const oneWayChance = 0.25
/** What is sent to everybody reaches any port; a mirror shows what devices say to each other. */
const deviceChance = 0.05
/** Networks lose some packets in a thousand; a mirror of both sides of a port repeats each one. */
const copiedChance = 0.2
const lostChance = 0.01
const cutChance = 0.01
/** Below this a share says nothing. */
const enoughPackets = 50
/** What is polled shows within minutes, the rest needs a shift or more. */
const longEnoughS = 3600
const dayS = 86_400
const longestSpanS = 31 * dayS
/** A recording from before this was made by a machine that did not know the date. */
const firstYear = '2010'

/** `nowS`: epoch seconds of the machine that reads. */
export function mirrorSigns(report: InspectionReport, nowS: number): readonly MirrorSign[] {
  const packets = report.captures.reduce((sum, one) => sum + one.packets, 0)
  const tcpPackets = report.protocols['tcp']?.packets ?? 0
  return [
    bothDirections(report),
    deviceTraffic(report, packets),
    noCopies(report, tcpPackets),
    vlanTags(report),
    wholePackets(report, packets),
    nothingLost(report, tcpPackets),
    longEnough(report),
    clock(report, nowS),
  ]
}

function bothDirections({ conversations, coverage }: InspectionReport): MirrorSign {
  const one_way = coverage.one_way_conversations
  const listed = conversations.filter(({ transport }) => transport === 'tcp').length
  const all = Math.max(listed, one_way)
  const verdict = all === 0 ? 'unknown' : one_way >= all * oneWayChance ? 'doubtful' : 'good'
  return { code: 'both_directions', verdict, facts: { one_way, conversations: all } }
}

function deviceTraffic(report: InspectionReport, packets: number): MirrorSign {
  const between = report.conversations.reduce(
    (sum, one) => sum + one.packets_to_server + one.packets_to_client,
    0,
  )
  const isListed = report.left_out.every(({ what }) => what !== 'listed_conversations')
  const verdict =
    packets === 0 ? 'unknown' : isListed && between < packets * deviceChance ? 'doubtful' : 'good'
  return { code: 'device_traffic', verdict, facts: { between, packets } }
}

function noCopies(report: InspectionReport, tcp: number): MirrorSign {
  const repeated = oddity(report, 'tcp-retransmission')
  const verdict =
    tcp < enoughPackets ? 'unknown' : repeated >= tcp * copiedChance ? 'doubtful' : 'good'
  return { code: 'no_copies', verdict, facts: { repeated, tcp } }
}

/**
 * Several networks on one wire are kept apart by tags: cards of more than one range and no tag at all
 * means that the mirror took the tags off, or that another VLAN than the one meant was copied.
 */
function vlanTags({ assets }: InspectionReport): MirrorSign {
  const own = assets.filter(({ external, silent, macs }) => !external && !silent && macs.length > 0)
  const vlans = new Set(own.flatMap((asset) => asset.vlans)).size
  const ranges = new Set(own.flatMap(({ ipv4 }) => ipv4.map(rangeOf))).size
  const verdict = vlans > 0 ? 'good' : ranges > 1 ? 'doubtful' : 'unknown'
  return { code: 'vlan_tags', verdict, facts: { vlans, ranges } }
}

/** The first three numbers: what a plant rarely divides further. */
function rangeOf(address: string): string {
  return address.slice(0, address.lastIndexOf('.'))
}

function wholePackets(report: InspectionReport, packets: number): MirrorSign {
  const cut = oddity(report, 'packet-cut')
  const verdict = packets === 0 ? 'unknown' : cut > packets * cutChance ? 'doubtful' : 'good'
  return { code: 'whole_packets', verdict, facts: { cut, packets } }
}

function nothingLost(report: InspectionReport, tcp: number): MirrorSign {
  const names = ['dropped-by-interface', 'dropped-by-system', 'dropped-while-capturing']
  const dropped = names.reduce((sum, name) => sum + oddity(report, name), 0)
  const gaps = oddity(report, 'tcp-gap')
  const facts = { dropped, gaps, tcp }
  if (dropped > 0 || gaps > Math.max(enoughPackets, tcp) * lostChance) {
    return { code: 'nothing_lost', verdict: 'doubtful', facts }
  }
  return { code: 'nothing_lost', verdict: tcp < enoughPackets ? 'unknown' : 'good', facts }
}

function longEnough({ captures }: InspectionReport): MirrorSign {
  const spans = captures.flatMap(spanS)
  const seconds = Math.round(spans.reduce((sum, span) => sum + span, 0))
  const verdict = spans.length === 0 ? 'unknown' : seconds < longEnoughS ? 'doubtful' : 'good'
  return { code: 'long_enough', verdict, facts: { seconds } }
}

function clock(report: InspectionReport, nowS: number): MirrorSign {
  const { captures } = report
  const first = captures.flatMap((one) => one.first ?? []).toSorted()[0]
  const last = captures
    .flatMap((one) => one.last ?? [])
    .toSorted()
    .at(-1)
  if (first === undefined || last === undefined) {
    return { code: 'clock', verdict: 'unknown', facts: {} }
  }
  const facts = { first, last }
  const odd = (why: string): MirrorSign => {
    return { code: 'clock', verdict: 'doubtful', facts: { ...facts, why } }
  }
  if (first < firstYear) return odd('past')
  if (Date.parse(last) / 1000 > nowS + dayS) return odd('future')
  if (captures.some((one) => spanS(one).some((span) => span > longestSpanS))) return odd('jump')
  return { code: 'clock', verdict: 'good', facts }
}

function spanS({ first, last }: InspectionReport['captures'][number]): number[] {
  if (first === null || last === null) return []
  return [Math.max(0, (Date.parse(last) - Date.parse(first)) / 1000)]
}

function oddity({ captures }: InspectionReport, name: string): number {
  return captures.reduce((sum, { oddities }) => sum + (oddities[name] ?? 0), 0)
}
