// SPDX-License-Identifier: EUPL-1.2
// What this tap could not see, and what would help. Codes with figures; the words are elsewhere.
import type { Coverage, PurdueLevel } from '../asset.ts'
import type { Observed } from '../observations.ts'
import type { Outline } from './assemble.ts'
import type { Devices } from './devices.ts'
import { isNumberOnly, type Statement } from './facts.ts'
import { inventoryLimits } from './limits.ts'
import type { Lines } from './lines.ts'
import type { Site } from './site.ts'

type Advice = Coverage['advice'][number]

// Ports on which factory protocols run inside TLS.
const encryptedFactoryPorts: ReadonlySet<number> = new Set([102, 802, 2221, 4843, 8016, 19999])
// Devices that are polled show up within minutes, those that are not need a shift or more.
const shortCaptureS = 3600
/** Below this share, a passive list needs help from the engineering side. */
const fewChance = 0.5

/** Counts over the devices of the site, children apart. */
export class OwnDevices {
  assets = 0
  named = 0
  withVendor = 0
  withModel = 0
  withFirmware = 0
  silent = 0
  /** Of level 0 and 1. */
  controllers = 0
  controllersWithoutModel = 0

  add({ draft, isExternal, ...known }: Outline, level: PurdueLevel | undefined): void {
    if (isExternal || draft.parent !== undefined) return
    const hasModel = (known.model ?? known.order_number) !== null
    this.assets += 1
    if (known.hostnames.length > 0) this.named += 1
    const isVendor = ({ name, value }: Statement) => name === 'vendor' && !isNumberOnly(value)
    if (draft.statements.some(isVendor)) this.withVendor += 1
    if (hasModel) this.withModel += 1
    if (known.firmware !== null) this.withFirmware += 1
    if (draft.device?.isSilent === true) this.silent += 1
    if (level !== 0 && level !== 1) return
    this.controllers += 1
    if (!hasModel) this.controllersWithoutModel += 1
  }
}

export function coverageOf(
  observed: Observed,
  devices: Devices,
  site: Site,
  own: OwnDevices,
  lines: Lines,
): Coverage {
  const tcp = tcpFigures(lines)
  const vlans = new Set<number>()
  for (const { vlan } of observed.senders) if (vlan !== undefined) vlans.add(vlan)
  return {
    named: own.named,
    with_vendor: own.withVendor,
    with_model: own.withModel,
    with_firmware: own.withFirmware,
    assets: own.assets,
    silent: own.silent,
    one_way_conversations: tcp.oneWay,
    encrypted_ot_conversations: tcp.encrypted,
    vlans: [...vlans].sort((left, right) => left - right),
    site_ranges: site.ranges
      .slice(0, inventoryLimits.siteRanges)
      .map(({ text, basis }) => ({ range: text, basis })),
    advice: [
      ...identityAdvice(own),
      ...tapAdvice(observed, tcp),
      ...limitAdvice(observed, devices),
    ],
  }
}

interface TcpFigures {
  conversations: number
  oneWay: number
  encrypted: number
}

function tcpFigures(lines: Lines): TcpFigures {
  const figures = { conversations: 0, oneWay: 0, encrypted: 0 }
  for (let line = 0; line < lines.count; line += 1) {
    const { transport, protocol, port } = lines.service(line).use
    if (transport !== 'tcp') continue
    figures.conversations += 1
    if (isOneWay(lines, line)) figures.oneWay += 1
    if (protocol === 'tls' && encryptedFactoryPorts.has(port)) figures.encrypted += 1
  }
  return figures
}

function identityAdvice(own: OwnDevices): Advice[] {
  const advice: Advice[] = []
  const { assets, silent, withModel: with_model, withFirmware: with_firmware } = own
  const { controllers, controllersWithoutModel: without_model } = own
  if (without_model > 0 && without_model > controllers * (1 - fewChance)) {
    advice.push({ code: 'let_engineer_browse', facts: { controllers, without_model } })
  } else if (assets > 0 && with_model < assets * fewChance) {
    advice.push({ code: 'few_models', facts: { assets, with_model, with_firmware } })
  }
  if (assets > 0 && with_firmware < assets * fewChance) {
    advice.push({ code: 'import_engineering_export', facts: { assets, with_firmware } })
  }
  if (silent > 0) advice.push({ code: 'mirror_elsewhere', facts: { silent } })
  return advice
}

function tapAdvice(observed: Observed, tcp: TcpFigures): Advice[] {
  const advice: Advice[] = []
  const { conversations, oneWay: one_way, encrypted } = tcp
  if (one_way > 0 && one_way * 4 >= conversations) {
    advice.push({ code: 'mirror_both_directions', facts: { one_way, conversations } })
  }
  if (encrypted > 0) {
    advice.push({ code: 'encrypted_control_traffic', facts: { conversations: encrypted } })
  }
  let seconds = 0
  for (const { first, last } of observed.captures) {
    if (first === undefined || last === undefined) continue
    seconds += Math.max(0, (Date.parse(last) - Date.parse(first)) / 1000)
  }
  if (seconds < shortCaptureS) {
    advice.push({ code: 'listen_longer', facts: { seconds: Math.round(seconds) } })
  }
  return advice
}

function limitAdvice(observed: Observed, devices: Devices): Advice[] {
  const advice: Advice[] = []
  if (devices.sweptAddresses > 0) {
    advice.push({ code: 'swept_addresses', facts: { addresses: devices.sweptAddresses } })
  }
  for (const { what, limit, leftOut } of observed.leftOut) {
    advice.push({ code: 'left_out', facts: { what, limit, left_out: leftOut } })
  }
  return advice
}

/** Data in one direction only: the mirror port misses half of it. Plain refusals do not count. */
function isOneWay(lines: Lines, line: number): boolean {
  if (lines.service(line).kind === 'office' && lines.packets(line) < 4) return false
  const connections = lines.connections[line]
  if (connections > 0 && lines.unanswered[line] >= connections) return false
  return lines.packetsToClient[line] === 0 || lines.packetsToServer[line] === 0
}
