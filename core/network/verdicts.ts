// SPDX-License-Identifier: EUPL-1.2
// What the people of a site have decided about a conversation between two zones, and what the trade
// forbids where nobody has decided.

export interface JudgedZone {
  readonly id: string
  readonly kind: string
}

export interface JudgedConduit {
  readonly id: string
  readonly from_zone: string
  readonly to_zone: string
  /** `tcp/102`, `tcp/5000-5010`, a protocol, or `any`. */
  readonly services: readonly string[]
  /** Ends it is limited to; none is all of the zone. */
  readonly from_assets: readonly string[]
  readonly to_assets: readonly string[]
  readonly state: string
}

/** A conversation as far as a wall looks at it, from who opens to who answers. */
export interface Crossing {
  readonly from: { readonly id: string; readonly zone: JudgedZone | null }
  readonly to: { readonly id: string; readonly zone: JudgedZone | null }
  readonly transport: string
  readonly port: number
  readonly protocol: string | null
}

export interface Verdict {
  /** `within`: it crosses nothing. `unknown`: of an end nobody knows the zone. */
  readonly verdict: 'within' | 'allowed' | 'refused' | 'forbidden' | 'undecided' | 'unknown'
  /** The conduit that says so, or that was asked for and not decided. */
  readonly conduit: string | null
  readonly rule: 'internet_to_ot' | 'internet_from_ot' | 'safety_reached' | 'outside_to_ot' | null
}

const inner: ReadonlySet<string> = new Set(['ot', 'safety'])
const outer: ReadonlySet<string> = new Set(['office', 'guest', 'supplier'])

/** Words of the trade for what goes by another name on the wire. */
const aliases: Readonly<Record<string, readonly string[]>> = {
  s7: ['s7comm', 's7comm_plus', 'cotp', 'tpkt'],
  s7comm: ['cotp', 'tpkt', 's7comm_plus'],
  https: ['tls', 'quic'],
  profinet: ['pn_io', 'pn_dcp', 'pn_rt', 'dcerpc'],
  ethernetip: ['enip', 'cip', 'cipio'],
  enip: ['cip', 'cipio'],
  'opc-ua': ['opcua'],
  'modbus-tcp': ['modbus'],
  smb: ['smb2', 'nbss'],
  rdp: ['tpkt', 'tls'],
  sql: ['tds'],
}

/** Says of one conversation after another what holds for it. */
export function judgeBy(conduits: readonly JudgedConduit[]): (crossing: Crossing) => Verdict {
  const byPair = new Map<string, JudgedConduit[]>()
  for (const conduit of conduits) {
    const pair = `${conduit.from_zone} ${conduit.to_zone}`
    const known = byPair.get(pair)
    if (known === undefined) byPair.set(pair, [conduit])
    else known.push(conduit)
  }
  return (crossing) => {
    const { from, to } = crossing
    if (from.zone === null || to.zone === null) {
      return { verdict: 'unknown', conduit: null, rule: null }
    }
    if (from.zone.id === to.zone.id) return { verdict: 'within', conduit: null, rule: null }
    const these = (byPair.get(`${from.zone.id} ${to.zone.id}`) ?? []).filter((one) =>
      isOf(one, crossing),
    )
    const ruled = (state: string) => these.find((one) => one.state === state)
    const allowed = ruled('allowed')
    if (allowed !== undefined) return { verdict: 'allowed', conduit: allowed.id, rule: null }
    const refused = ruled('refused')
    if (refused !== undefined) return { verdict: 'refused', conduit: refused.id, rule: null }
    const asked = ruled('requested') ?? ruled('lapsed')
    if (asked !== undefined) return { verdict: 'undecided', conduit: asked.id, rule: null }
    const rule = ruleAgainst(from.zone.kind, to.zone.kind)
    return { verdict: rule === null ? 'undecided' : 'forbidden', conduit: null, rule }
  }
}

/** Zones and conduits of IEC 62443-3-2: nothing from outside reaches the floor but by decision. */
function ruleAgainst(from: string, to: string): Verdict['rule'] {
  if (from === 'internet' && inner.has(to)) return 'internet_to_ot'
  if (to === 'internet' && inner.has(from)) return 'internet_from_ot'
  if (to === 'safety') return 'safety_reached'
  return outer.has(from) && to === 'ot' ? 'outside_to_ot' : null
}

function isOf(conduit: JudgedConduit, { from, to, transport, port, protocol }: Crossing): boolean {
  const isEnd = (limited: readonly string[], id: string) =>
    limited.length === 0 || limited.includes(id)
  if (!isEnd(conduit.from_assets, from.id) || !isEnd(conduit.to_assets, to.id)) return false
  return conduit.services.some((word) => isService(word.toLowerCase(), transport, port, protocol))
}

function isService(word: string, transport: string, port: number, protocol: string | null) {
  if (word === 'any' || word === '*') return true
  const ported = /^(tcp|udp|sctp)\/(\d{1,5})(?:-(\d{1,5}))?$/.exec(word)
  if (ported !== null) {
    const [, name, low, high = low] = ported
    return name === transport && port >= Number(low) && port <= Number(high)
  }
  return protocol !== null && (protocol === word || (aliases[word] ?? []).includes(protocol))
}
