// SPDX-License-Identifier: EUPL-1.2
// Remote access: screens, tools and gateways with which someone works on a machine from elsewhere.

import { isRefused } from '../inventory/lines.ts'
import type { Conversation } from '../observations.ts'
import { ConversationTimes } from './events.ts'
import { type Detect, Findings, note, noteWord, type Scene } from './finding.ts'
import { techniques } from './techniques.ts'

// By recognised protocol: a port alone is too weak for an accusation.
const screenProtocols: Readonly<Record<string, string>> = {
  rdp: 'RDP',
  vnc: 'VNC',
  rfb: 'VNC',
  teamviewer: 'TeamViewer',
  anydesk: 'AnyDesk',
  rustdesk: 'RustDesk',
  radmin: 'Radmin',
  damewaremr: 'DameWare',
  openvpn: 'OpenVPN',
  wireguard: 'WireGuard',
}

const sessionPackets = 20

export const detectRemoteAccess: Detect = (scene) => {
  const findings = new Findings()
  const candidates = scene.inventory.conversations((lines, line) =>
    isCandidate(lines.service(line).use.protocol),
  )
  for (const conversation of candidates) {
    const tool = toolOf(conversation, scene)
    if (tool === undefined || isRefused(conversation)) continue
    const { firstS, lastS, seen, connections } = conversation
    const finding = at(findings, scene, conversation, tool)
    const count = Math.max(1, connections)
    note(finding, { count, frames: [seen], firstS, lastS })
    noteWord(finding, 'how', conversation.protocolBasis === 'decoded' ? 'protocol' : 'port')
  }
  const times = new ConversationTimes(scene)
  for (const event of scene.observations.events) {
    if (event.name !== 'remote_access') continue
    const { tool = 'unknown', how, name, basis } = event.detail
    // Who asks for a name talks with the resolver, not with the tool.
    const ends = how === 'dns' ? { client: event.client, server: {} } : event
    const finding = at(findings, scene, ends, tool)
    note(finding, { count: event.count, frames: event.frames, ...times.of(event) })
    if (how !== undefined) noteWord(finding, 'how', how)
    if (name !== undefined) noteWord(finding, 'name', name)
    // A visit to the maker's web site is a weaker sign than the tool's own service.
    if (basis !== undefined) noteWord(finding, 'basis', basis)
  }
  return findings.list()
}

/** Tools with many relays are one finding per device that uses them. */
function at(
  findings: Findings,
  { inventory }: Scene,
  { client, server }: Pick<Conversation, 'client' | 'server'>,
  tool: string,
) {
  const source = inventory.assetAt(client) ?? null
  const isOutward = server.ip !== undefined && !inventory.isInside(server.ip)
  const isInward = client.ip !== undefined && !inventory.isInside(client.ip)
  const target = isOutward ? null : (inventory.assetAt(server) ?? null)
  const technique =
    isOutward || isInward ? techniques.externalRemoteServices : techniques.remoteServices
  const finding = findings.at(
    { kind: 'remote_access', source, target, protocol: null, technique },
    tool,
  )
  finding.detail['tool'] = tool
  if (isOutward) finding.detail['direction'] = 'out'
  if (isInward) finding.detail['direction'] = 'in'
  return finding
}

function isCandidate(protocol: string | null): boolean {
  if (protocol === null) return false
  return shells.has(protocol) || screenProtocols[protocol] !== undefined
}

const shells: ReadonlySet<string> = new Set(['ssh', 'telnet'])

function toolOf(conversation: Conversation, { inventory }: Scene): string | undefined {
  const { protocol, protocolBasis, client, server } = conversation
  if (protocol === undefined || protocolBasis === 'unknown') return undefined
  if (protocolBasis === 'port') {
    // With the beginning in sight the decoder would have known it; a probe of the port is no session.
    const { packetsToClient, directionBasis } = conversation
    if (directionBasis === 'handshake' || packetsToClient < sessionPackets) return undefined
  }
  const known = screenProtocols[protocol]
  if (known !== undefined) return known
  // A shell from outside into the site is remote access too; inside it is administration.
  const isFromOutside = client.ip !== undefined && !inventory.isInside(client.ip)
  const isToInside = server.ip !== undefined && inventory.isInside(server.ip)
  if (shells.has(protocol) && isFromOutside && isToInside) {
    return protocol.toUpperCase()
  }
  return undefined
}
