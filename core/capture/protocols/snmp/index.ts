// SPDX-License-Identifier: EUPL-1.2
/** SNMP versions 1, 2c and 3: who manages with which community or user, and what agents answer. */
import type { Operation, Payload, Protocol, Recorder } from '../../protocol.ts'
import { scan } from '../../protocol.ts'
import { oidText } from '../der.ts'
import { hexBytes, macAt, textAt } from '../wire.ts'
import { pdu, readMessage, type Security, type SnmpMessage } from './message.ts'
import { pduTagAt, statesIdentity } from './scan.ts'
import { recordTrapVariable, recordVariable, textOf } from './variables.ts'

export const snmp: Protocol = {
  name: 'snmp',
  carrier: 'udp',
  ports: [161, 162],
  recognises: ({ view, from, to }) => pduTagAt(view, from, to) !== undefined,
  scan(view, from, to, _isFromServer, tally) {
    const tag = pduTagAt(view, from, to)
    if (tag === undefined) return scan.foreign
    tally.add(tag)
    if (tag === pdu.response) return statesIdentity(view, from, to) ? scan.decode : scan.seen
    return isTrap(tag) ? scan.decode : scan.seen
  },
  operation: (code): Operation => operations[code] ?? { name: `pdu_${code}`, effect: 'other' },
  decode(payload, recorder) {
    const message = readMessage(payload)
    if (message.oddity !== undefined) recorder.oddity(message.oddity)
    if (message.community !== undefined) recordCommunity(payload, message, recorder)
    if (message.security !== undefined) recordUser(payload, message, message.security, recorder)
    if (message.trap !== undefined) recordTrap(payload, message.trap, recorder)
    for (const binding of message.bindings) {
      if (message.pduTag === pdu.response) recordVariable(payload, binding, recorder)
      else if (isTrap(message.pduTag)) recordTrapVariable(payload, binding, recorder)
    }
    return undefined
  },
}

// The tag of an encrypted message stands as 0.
const operations: Readonly<Record<number, Operation>> = {
  0: { name: 'encrypted', effect: 'other' },
  [pdu.get]: { name: 'get', effect: 'read' },
  [pdu.getNext]: { name: 'get_next', effect: 'read' },
  [pdu.response]: { name: 'response', effect: 'other' },
  [pdu.set]: { name: 'set', effect: 'write' },
  [pdu.trapV1]: { name: 'trap', effect: 'other' },
  [pdu.getBulk]: { name: 'get_bulk', effect: 'read' },
  [pdu.inform]: { name: 'inform', effect: 'other' },
  [pdu.trapV2]: { name: 'trap', effect: 'other' },
  [pdu.report]: { name: 'report', effect: 'other' },
}

function isTrap(tag: number): boolean {
  return tag === pdu.trapV1 || tag === pdu.trapV2 || tag === pdu.inform
}

function isAnswer(tag: number): boolean {
  return tag === pdu.response || tag === pdu.report
}

/** Communities that makers ship with. */
const defaultCommunities: readonly string[] = ['public', 'private']

function recordCommunity(payload: Payload, message: SnmpMessage, recorder: Recorder): void {
  const { community, pduTag } = message
  if (community === undefined) return
  const text = textAt(payload.bytes, community.from, community.to)
  recorder.fact('snmp.community', text)
  if (isAnswer(pduTag)) return
  const version = message.version === 0 ? '1' : '2c'
  recorder.event('weak_authentication', { method: 'community', version })
  if (defaultCommunities.includes(text)) {
    recorder.event('default_community', { community: text, version })
  }
}

// RFC 3411, SnmpEngineID: with the first bit set, the fifth byte tells what follows.
const macFormat = 3
const textFormat = 4

/** RFC 3412: the engine named is the one that answers, or the one that sends a trap. */
function recordUser(
  { bytes }: Payload,
  { pduTag }: SnmpMessage,
  { engineId, user, flags }: Security,
  recorder: Recorder,
): void {
  const about = isAnswer(pduTag) || isTrap(pduTag) ? 'sender' : 'receiver'
  const { from, to } = engineId
  // Who looks for an engine sends an empty name; an encrypted message does not tell its direction.
  if (to > from && pduTag !== 0) {
    recorder.fact('snmp.engine_id', hexBytes(bytes, from, to), about)
    const format = to - from > 5 && (bytes[from] as number) >= 0x80 ? bytes[from + 4] : 0
    if (format === macFormat && to - from === 11) {
      recorder.fact('snmp.engine_mac', macAt(bytes, from + 5), about)
    }
    if (format === textFormat) {
      recorder.fact('snmp.engine_name', textAt(bytes, from + 5, to), about)
    }
  }
  const name = textAt(bytes, user.from, user.to)
  recorder.fact('snmp.user', name)
  if (flags === 0 && name !== '' && !isAnswer(pduTag)) {
    recorder.event('weak_authentication', { method: 'user', version: '3', user: name })
  }
}

/** A version 1 trap names its agent, which may be behind whoever passes it on. */
function recordTrap(
  payload: Payload,
  { enterprise, agent }: NonNullable<SnmpMessage['trap']>,
  recorder: Recorder,
): void {
  const ip = textOf(payload, agent)
  const about = ip === undefined || ip === '0.0.0.0' ? 'sender' : { ip }
  recorder.fact('snmp.object_id', oidText(payload.bytes, enterprise.from, enterprise.to), about)
}
