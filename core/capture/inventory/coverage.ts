// SPDX-License-Identifier: EUPL-1.2
// What this tap could not see, and what would help. Codes with figures; the words are elsewhere.
import type { Asset, AssetConversation, Coverage } from '../asset.ts'
import type { Observations } from '../observations.ts'
import type { Devices } from './devices.ts'
import { serviceClass } from './service-class.ts'
import type { Site } from './site.ts'

type Advice = Coverage['advice'][number]

// Ports on which factory protocols run inside TLS.
const encryptedFactoryPorts: ReadonlySet<number> = new Set([102, 802, 2221, 4843, 8016, 19999])
// Devices that are polled show up within minutes, those that are not need a shift or more.
const shortCaptureS = 3600
/** Below this share, a passive list needs help from the engineering side. */
const fewChance = 0.5

export function coverageOf(
  observations: Observations,
  devices: Devices,
  site: Site,
  assets: readonly Asset[],
  conversations: readonly AssetConversation[],
): Coverage {
  const own = assets.filter(({ external, parent }) => !external && parent === null)
  const tcp = conversations.filter(({ transport }) => transport === 'tcp')
  const figures = {
    named: own.filter(({ hostnames }) => hostnames.length > 0).length,
    with_vendor: own.filter(({ facts }) => facts.some(({ name }) => name === 'vendor')).length,
    with_model: own.filter(({ model, order_number }) => (model ?? order_number) !== null).length,
    with_firmware: own.filter(({ firmware }) => firmware !== null).length,
    assets: own.length,
    silent: own.filter(({ silent }) => silent).length,
    one_way_conversations: tcp.filter(isOneWay).length,
    encrypted_ot_conversations: tcp.filter(
      ({ protocol, port }) => protocol === 'tls' && encryptedFactoryPorts.has(port),
    ).length,
  }
  const vlans = new Set<number>()
  for (const { vlan } of observations.senders) if (vlan !== undefined) vlans.add(vlan)
  return {
    ...figures,
    vlans: [...vlans].sort((left, right) => left - right),
    site_ranges: site.ranges.map(({ text, basis }) => ({ range: text, basis })),
    advice: [
      ...identityAdvice(figures, own),
      ...tapAdvice(observations, figures, tcp.length),
      ...limitAdvice(observations, devices),
    ],
  }
}

type Figures = Omit<Coverage, 'vlans' | 'site_ranges' | 'advice'>

function identityAdvice(figures: Figures, own: readonly Asset[]): Advice[] {
  const advice: Advice[] = []
  const { assets, silent, with_model, with_firmware } = figures
  const controllers = own.filter(({ purdue_level }) => purdue_level === 0 || purdue_level === 1)
  const unknown = controllers.filter(({ model, order_number }) => (model ?? order_number) === null)
  if (unknown.length > 0 && unknown.length > controllers.length * (1 - fewChance)) {
    const facts = { controllers: controllers.length, without_model: unknown.length }
    advice.push({ code: 'let_engineer_browse', facts })
  } else if (assets > 0 && with_model < assets * fewChance) {
    advice.push({ code: 'few_models', facts: { assets, with_model, with_firmware } })
  }
  if (assets > 0 && with_firmware < assets * fewChance) {
    advice.push({ code: 'import_engineering_export', facts: { assets, with_firmware } })
  }
  if (silent > 0) advice.push({ code: 'mirror_elsewhere', facts: { silent } })
  return advice
}

function tapAdvice(observations: Observations, figures: Figures, tcp: number): Advice[] {
  const advice: Advice[] = []
  const oneWay = figures.one_way_conversations
  if (oneWay > 0 && oneWay * 4 >= tcp) {
    advice.push({ code: 'mirror_both_directions', facts: { one_way: oneWay, conversations: tcp } })
  }
  if (figures.encrypted_ot_conversations > 0) {
    const facts = { conversations: figures.encrypted_ot_conversations }
    advice.push({ code: 'encrypted_control_traffic', facts })
  }
  let seconds = 0
  for (const { first, last } of observations.captures) {
    if (first === undefined || last === undefined) continue
    seconds += Math.max(0, (Date.parse(last) - Date.parse(first)) / 1000)
  }
  if (seconds < shortCaptureS) {
    advice.push({ code: 'listen_longer', facts: { seconds: Math.round(seconds) } })
  }
  return advice
}

function limitAdvice(observations: Observations, devices: Devices): Advice[] {
  const advice: Advice[] = []
  if (devices.sweptAddresses > 0) {
    advice.push({ code: 'swept_addresses', facts: { addresses: devices.sweptAddresses } })
  }
  for (const { what, limit, leftOut } of observations.leftOut) {
    advice.push({ code: 'left_out', facts: { what, limit, left_out: leftOut } })
  }
  return advice
}

/** Data in one direction only: the mirror port misses half of it. Plain refusals do not count. */
function isOneWay(conversation: AssetConversation): boolean {
  const { packets_to_client, packets_to_server, connections, unanswered } = conversation
  if (serviceClass(conversation) === 'office' && packets_to_server + packets_to_client < 4) {
    return false
  }
  if (unanswered >= connections && connections > 0) return false
  return packets_to_client === 0 || packets_to_server === 0
}
