// SPDX-License-Identifier: EUPL-1.2
// File sharing in the version that WannaCry spread by. The offer in a first message that also
// offers newer versions does not count: decoders name the conversation by what was chosen.
import { isRefused } from '../inventory/conversations.ts'
import { type Detect, Findings, note } from './finding.ts'
import { techniques } from './techniques.ts'

// NetBIOS datagrams carry SMB framing for announcements; that is no file sharing.
const sharingPorts: ReadonlySet<number> = new Set([139, 445])

export const detectSmb1: Detect = ({ observations, inventory }) => {
  const findings = new Findings()
  for (const conversation of observations.conversations) {
    const { transport, service, protocol, protocolBasis } = conversation
    if (transport !== 'tcp' || protocol !== 'smb' || protocolBasis !== 'decoded') continue
    if (!sharingPorts.has(service) && conversation.operations.length === 0) continue
    if (isRefused(conversation) || conversation.packetsToClient === 0) continue
    const source = inventory.assetAt(conversation.client) ?? null
    const target = inventory.assetAt(conversation.server) ?? null
    const { firstS, lastS, seen, connections } = conversation
    const technique = techniques.exploitationOfRemoteServices
    const finding = findings.at({ kind: 'smb1', source, target, protocol, technique })
    const frames = conversation.operations.flatMap((operation) => operation.frames)
    note(finding, { count: Math.max(1, connections), frames: [seen, ...frames], firstS, lastS })
  }
  return findings.list()
}
