// SPDX-License-Identifier: EUPL-1.2
// Factory devices that talk with the internet. Outside means outside the site's own ranges and
// publicly routable: a plant that numbers itself with public addresses is not the internet.
import { isPrivate } from '../inventory/addresses.ts'
import type { Conversation, End } from '../observations.ts'
import { type Detect, Findings, note, noteWord, type Scene } from './finding.ts'
import { techniques } from './techniques.ts'

// Names shown of the far end; the rest is in the conversations.
const mostNames = 8

export const detectInternet: Detect = (scene) => {
  const { inventory } = scene
  const findings = new Findings()
  const farEnds = new Map<object, Set<string>>()
  for (const conversation of inventory.conversations(inventory.isAbroad)) {
    const { client, server } = conversation
    const isOut = isInternet(server, scene)
    const isIn = isInternet(client, scene)
    if (isOut === isIn) continue
    // Without the beginning nobody knows who called: then it counts as outward.
    const isInward = isIn && conversation.directionBasis !== 'first'
    const end = isOut ? client : server
    const near = inventory.assetAt(end)
    const far = (isOut ? server : client).ip
    if (near === undefined || far === undefined || !inventory.isFactory(end)) continue
    const finding = findings.at({
      kind: 'internet_from_ot',
      source: isInward ? null : near,
      target: isInward ? near : null,
      protocol: null,
      technique: isInward
        ? techniques.internetAccessibleDevice
        : techniques.standardApplicationProtocol,
    })
    const { firstS, lastS, seen, connections } = conversation
    note(finding, { count: Math.max(1, connections), frames: [seen], firstS, lastS })
    describe(finding.detail, conversation, isInward)
    const known = farEnds.get(finding) ?? new Set()
    farEnds.set(finding, known.add(far))
    if (known.size <= mostNames) noteWord(finding, 'addresses', far)
  }
  const list = findings.list()
  for (const finding of list) {
    finding.detail['destinations'] = String(farEnds.get(finding)?.size ?? 0)
  }
  return list
}

function describe(
  detail: Record<string, string>,
  { packetsToClient, transport, service, protocol }: Conversation,
  isInward: boolean,
): void {
  detail['direction'] = isInward ? 'in' : 'out'
  detail['answered'] = packetsToClient > 0 || detail['answered'] === 'yes' ? 'yes' : 'no'
  const words = new Set((detail['services'] ?? '').split(', ').filter((word) => word !== ''))
  words.add(protocol ?? `${transport}/${service}`)
  detail['services'] = [...words].slice(0, mostNames).join(', ')
}

export function isInternet({ ip }: End, { inventory }: Scene): boolean {
  return ip !== undefined && !inventory.isInside(ip) && !isPrivate(ip) && isUnicast(ip)
}

function isUnicast(ip: string): boolean {
  return ip.includes(':') ? !ip.startsWith('ff') : Number(ip.split('.')[0]) < 224
}
