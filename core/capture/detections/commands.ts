// SPDX-License-Identifier: EUPL-1.2
// Commands to controllers: what changes their state, program or values. One finding per pair,
// protocol and kind, however often it was sent: a supervisor that writes set-points all day is one
// line to judge, not thousands.
import type { DetectionKind } from '../asset.ts'
import { serviceClass } from '../inventory/service-class.ts'
import type { Conversation, SightedOperation } from '../observations.ts'
import type { Effect } from '../protocol.ts'
import { type Detect, Findings, note } from './finding.ts'
import { type Technique, techniques } from './techniques.ts'

interface Command {
  readonly kind: DetectionKind
  readonly technique: Technique
}

const commands: Readonly<Partial<Record<Effect, Command>>> = {
  stop: { kind: 'plc_stop', technique: techniques.changeOperatingMode },
  start: { kind: 'plc_start', technique: techniques.changeOperatingMode },
  restart: { kind: 'plc_restart', technique: techniques.deviceRestart },
  download: { kind: 'program_download', technique: techniques.programDownload },
  upload: { kind: 'program_upload', technique: techniques.programUpload },
  firmware: { kind: 'firmware_change', technique: techniques.systemFirmware },
  write: { kind: 'process_write', technique: techniques.commandMessage },
  force: { kind: 'process_write', technique: techniques.manipulateImage },
  configure: { kind: 'device_configuration', technique: techniques.modifyParameter },
}

export const detectCommands: Detect = ({ inventory }) => {
  const findings = new Findings()
  const operations = new Map<object, Map<string, number>>()
  const commanding = inventory.conversations((lines, line) => lines.hasCommands(line))
  for (const conversation of commanding) {
    const { operations: asked } = conversation
    if (asked.length === 0 || !isControllers(conversation) || isStartUp(conversation)) continue
    for (const operation of asked) {
      const command = commands[operation.effect]
      if (command === undefined || operation.isFromServer) continue
      const source = inventory.assetAt(conversation.client) ?? null
      const target = inventory.assetAt(conversation.server) ?? null
      const protocol = conversation.protocol ?? null
      const apart = operation.effect === 'force' ? 'force' : ''
      const finding = findings.at({ ...command, source, target, protocol }, apart)
      const { firstS, lastS } = conversation
      note(finding, { count: operation.count, frames: operation.frames, firstS, lastS })
      countOperation(operations, finding, operation)
      if (operation.effect === 'write') noteReads(finding.detail, conversation)
    }
  }
  const list = findings.list()
  for (const finding of list) {
    finding.detail['operations'] = [...(operations.get(finding) ?? [])]
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .map(([name, count]) => `${name} ${count}`)
      .join(', ')
  }
  return list
}

/** A form posted to a web page or a file moved to a share is no command to a controller. */
function isControllers({ transport, service, protocol }: Conversation): boolean {
  const kind = serviceClass({ transport, port: service, protocol: protocol ?? null })
  return kind === 'control' || kind === 'io' || protocol === 'opcua'
}

/** A PROFINET controller hands every device its parameters when it connects. */
function isStartUp({ protocol, operations }: Conversation): boolean {
  // So does an EtherCAT master; loading firmware has an effect of its own.
  if (protocol === 'ecat') return operations.every(({ effect }) => effect !== 'firmware')
  return protocol?.startsWith('pn_io') === true && operations.some(({ name }) => name === 'connect')
}

function countOperation(
  operations: Map<object, Map<string, number>>,
  finding: object,
  { name, count }: SightedOperation,
): void {
  const counts = operations.get(finding) ?? new Map<string, number>()
  operations.set(finding, counts)
  counts.set(name, (counts.get(name) ?? 0) + count)
}

/** Who also reads all the time is a regular partner; a lone write is what a person must look at. */
function noteReads(detail: Record<string, string>, { operations }: Conversation): void {
  let reads = Number(detail['reads'] ?? 0)
  for (const { effect, isFromServer, count } of operations) {
    if (effect === 'read' && !isFromServer) reads += count
  }
  detail['reads'] = String(reads)
}
