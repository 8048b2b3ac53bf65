// SPDX-License-Identifier: EUPL-1.2
import {
  ipOf,
  list,
  macOf,
  member,
  type SightingFact,
  sightingLimits,
  text,
  textOf,
  type Where,
} from '../sightings/index.ts'

/** What the inspection has chosen from all that was said. */
const chosen = [
  'vendor',
  'model',
  'order_number',
  'firmware',
  'serial',
  'operating_system',
] as const
/** These stand in lists of their own. */
const listed = ['hostname', 'mac', 'ip', 'vlan', 'protocol', 'service', 'dns.name', 'role']

/** Raw facts kept of a device besides what was chosen. */
const mostRaw = 200

/** Everything that is said of one asset, each with the packet that said it where there is one. */
export function factsOf(asset: unknown, at: { readonly path: string }): readonly SightingFact[] {
  const facts: SightingFact[] = []
  const said = list(asset, 'facts').map((one) => ({ one, value: textOf(member(one, 'value')) }))
  const times = timesOf(asset)
  const add = (name: string, value: unknown, where: Where = at, protocol = 'inspect') => {
    const plain = textOf(value)
    if (plain === undefined || facts.length >= sightingLimits.factsPerSighting) return
    facts.push({ name, value: plain, protocol, ...times, times: 1, where })
  }
  for (const name of chosen) {
    const value = textOf(member(asset, name))
    if (value === undefined) continue
    const source = said.find((fact) => fact.value === value)?.one
    if (source === undefined) add(name, value)
    else add(name, value, whereOf(source, at), protocolOf(source))
  }
  for (const one of list(asset, 'macs')) add('mac', macOf(one))
  for (const one of [...list(asset, 'ipv4'), ...list(asset, 'ipv6')]) add('ip', ipOf(one))
  for (const one of list(asset, 'hostnames')) add('hostname', one)
  for (const one of list(asset, 'vlans')) add('vlan', one)
  for (const name of protocolsOf(asset)) add('protocol', name)
  for (const name of servicesOf(asset)) add('service', name)
  add('role', member(asset, 'role'))
  add('role_reason', member(asset, 'role_reason'))
  add('purdue_level', member(asset, 'purdue_level'))
  add('purdue_reason', member(asset, 'purdue_reason'))
  if (member(asset, 'silent') === true) add('silent', 'yes')
  const isRaw = (name: string) => !listed.includes(name) && !chosen.some((one) => one === name)
  for (const { one, value } of said.slice(0, mostRaw)) {
    const name = text(one, 'name') ?? ''
    if (isRaw(name) && name !== '') add(name, value, whereOf(one, at), protocolOf(one))
  }
  return facts
}

function timesOf(asset: unknown): Pick<SightingFact, 'at' | 'lastAt'> {
  const at = instant(text(asset, 'first_seen'))
  const lastAt = instant(text(asset, 'last_seen'))
  return {
    ...(at === undefined ? {} : { at }),
    ...(lastAt === undefined || lastAt === at ? {} : { lastAt }),
  }
}

/** UTC to the millisecond; undefined for what is no instant of our age. */
export function instant(given: string | undefined): string | undefined {
  if (given === undefined || given.length > 40) return undefined
  const ms = Date.parse(given)
  const isUsable = Number.isFinite(ms) && Math.abs(ms) < 8.64e15 && /^\d{4}-/.test(given)
  return isUsable ? new Date(ms).toISOString() : undefined
}

function whereOf(fact: unknown, otherwise: Where): Where {
  const capture = textOf(member(fact, 'capture'))
  const frame = member(fact, 'frame')
  if (capture === undefined) return otherwise
  return Number.isSafeInteger(frame) ? { path: capture, frame: Number(frame) } : { path: capture }
}

function protocolOf(fact: unknown): string {
  return textOf(member(fact, 'protocol'))?.slice(0, 40) ?? 'inspect'
}

function protocolsOf(asset: unknown): readonly string[] {
  const uses = [...list(asset, 'services_offered'), ...list(asset, 'services_used')]
  const names = uses.flatMap((one) => textOf(member(one, 'protocol')) ?? [])
  return [...new Set(names)].slice(0, sightingLimits.valuesPerName)
}

function servicesOf(asset: unknown): readonly string[] {
  const names = list(asset, 'services_offered').flatMap((one) => {
    const transport = text(one, 'transport')
    const port = member(one, 'port')
    const isPort = Number.isInteger(port) && Number(port) > 0 && Number(port) < 65_536
    return (transport === 'tcp' || transport === 'udp') && isPort ? [`${transport}/${port}`] : []
  })
  return [...new Set(names)].slice(0, sightingLimits.valuesPerName)
}
