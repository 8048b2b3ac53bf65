// SPDX-License-Identifier: EUPL-1.2
// From statements of a source to values of an asset: whose word counts, and what fits a field.
import { kinds } from '@schouw/core/registers'
import type { Sighting } from '@schouw/formats/sightings'

export type Values = Readonly<Record<string, string | readonly string[] | readonly number[]>>

/** What a device says of itself, then management, then what people wrote down elsewhere. */
const precedence = [
  's7comm',
  'enip',
  'cip',
  'modbus',
  'bacnet',
  'fins',
  'opcua',
  'fox',
  'pcworx',
  'mms',
  'snmp',
  'netbox',
  'cyclonedx',
  'ntlmssp',
  'smb',
  'rdp',
  'dhcp',
  'nmap',
  'oui',
]

const single: Readonly<
  Record<string, { readonly max: number; readonly facts: readonly string[] }>
> = {
  vendor: { max: 120, facts: ['vendor', 'oui.vendor'] },
  model: { max: 120, facts: ['model', 'product'] },
  order_number: { max: 80, facts: ['order_number'] },
  serial: { max: 120, facts: ['serial'] },
  firmware: { max: 120, facts: ['firmware'] },
  operating_system: { max: 120, facts: ['operating_system'] },
  location: { max: 200, facts: ['location'] },
}

const mostItems = 100

/** Concluded from behaviour, and only what the register has a word for. */
const concluded: Readonly<Record<string, readonly string[]>> = {
  role: kinds.asset.fields.role.options,
  purdue_level: kinds.asset.fields.purdue_level.options,
}

/** Fields of an asset as the source has them; a guess is never a value. */
export function chosenValues({ key, facts }: Sighting): Values {
  const sure = facts.filter(({ protocol }) => !protocol.endsWith('guess'))
  const values: Record<string, Values[string]> = {}
  for (const [field, { max, facts: names }] of Object.entries(single)) {
    const best = names
      .map((name) => bestOf(sure.filter((one) => one.name === name)))
      .find((value) => value !== undefined)
    if (best !== undefined) values[field] = short(best, max)
  }
  if (values['serial'] === undefined && key.serial !== undefined) {
    values['serial'] = short(key.serial, 120)
  }
  for (const [field, options] of Object.entries(concluded)) {
    const best = bestOf(sure.filter(({ name, value }) => name === field && options.includes(value)))
    if (best !== undefined) values[field] = best
  }
  const of = (...names: readonly string[]) =>
    sure.flatMap(({ name, value }) => (names.includes(name) ? [value] : []))
  const lists: Readonly<Record<string, readonly string[]>> = {
    hostnames: unique([key.name ?? '', ...of('hostname', 'station_name', 'dns.name')], 253),
    macs: unique([key.mac ?? '', ...of('mac')], 17),
    ips: unique([key.ip ?? '', ...of('ip')], 45),
    protocols: unique(of('protocol'), 40),
    services: unique(of('service'), 40).filter((one) => /^(tcp|udp|sctp)\/\d{1,5}$/.test(one)),
  }
  for (const [field, list] of Object.entries(lists)) if (list.length > 0) values[field] = list
  const vlans = of('vlan')
    .map(Number)
    .filter((one) => Number.isInteger(one) && one >= 0 && one <= 4094)
  if (vlans.length > 0) values['vlans'] = [...new Set(vlans)].slice(0, mostItems)
  const times = facts.flatMap(({ at, lastAt }) => [at, lastAt].filter((one) => one !== undefined))
  const [first, last] = [times.toSorted()[0], times.toSorted().at(-1)]
  if (first !== undefined) values['first_seen_at'] = first
  if (last !== undefined) values['last_seen_at'] = last
  return values
}

/** What people would call it: its own name, else its model, else its address. */
export function nameOf({ key }: Sighting, values: Values): string {
  const [hostname] = (values['hostnames'] ?? []) as readonly string[]
  const model = values['model'] as string | undefined
  const address = key.ip ?? key.mac
  const name = hostname ?? (model === undefined ? address : `${model} ${address ?? ''}`)
  return short(name ?? key.serial ?? 'unnamed', 200)
}

function bestOf(facts: Sighting['facts']): string | undefined {
  const rank = (protocol: string) => {
    const at = precedence.indexOf(protocol)
    return at === -1 ? precedence.length : at
  }
  const sorted = facts.toSorted(
    (a, b) =>
      rank(a.protocol) - rank(b.protocol) || b.times - a.times || (a.value < b.value ? -1 : 1),
  )
  return sorted[0]?.value
}

/** Without regard to case, the first spelling stays. */
function unique(texts: readonly string[], max: number): readonly string[] {
  const found = new Map<string, string>()
  for (const text of texts) {
    const plain = text.trim()
    const key = plain.toLowerCase()
    if (plain !== '' && plain.length <= max && !found.has(key)) found.set(key, plain)
  }
  return [...found.values()].slice(0, mostItems)
}

function short(text: string, max: number): string {
  return text.trim().slice(0, max).trim()
}
