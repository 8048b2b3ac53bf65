// SPDX-License-Identifier: EUPL-1.2
// What a message says about the client it is from or for.
import type { Payload, Recorder, Subject } from '../../protocol.ts'
import { hexBytes, ipv4At, macAt, textAt } from '../wire.ts'
import { field, type Option, optionCode } from './message.ts'

/** Facts that stand in requests, and in replies where the server repeats or sets them. */
export function recordClientOption(
  payload: Payload,
  option: Option,
  recorder: Recorder,
  about: Subject,
): void {
  const { bytes } = payload
  const { from, to } = option
  switch (option.code) {
    case optionCode.hostname:
      recorder.fact('hostname', textAt(bytes, from, to), about)
      break
    case optionCode.vendorClass:
      recorder.fact('dhcp.vendor_class', textAt(bytes, from, to), about)
      break
    case optionCode.userClass:
      recorder.fact('dhcp.user_class', textAt(bytes, from, to), about)
      break
    case optionCode.clientId:
      recorder.fact('dhcp.client_id', clientId(bytes, from, to), about)
      break
    case optionCode.requestedOptions:
      recorder.fact('dhcp.requested_options', bytes.subarray(from, to).join(','), about)
      break
    case optionCode.requestedAddress:
      if (to - from === 4 && ipv4At(bytes, from) !== noAddress) {
        recorder.fact('dhcp.requested_address', ipv4At(bytes, from), about)
      }
      break
    case optionCode.fqdn:
      recordFqdn(payload, option, recorder, about)
      break
    case optionCode.relayAgent:
      recordRelay(payload, option, recorder, about)
      break
  }
}

/** RFC 2132 section 9.14: a hardware type and address, or 0 and any text. */
function clientId(bytes: Uint8Array, from: number, to: number): string {
  if (to - from === 7 && bytes[from] === 1) return macAt(bytes, from + 1)
  let isText = to - from > 1 && bytes[from] === 0
  for (let at = from + 1; at < to; at += 1) {
    const byte = bytes[at] as number
    if (byte < 0x20 || byte > 0x7e) isText = false
  }
  return isText ? textAt(bytes, from + 1, to) : hexBytes(bytes, from, to)
}

/** RFC 4702: flags, two bytes without use, the name as text or as labels. */
function recordFqdn(payload: Payload, option: Option, recorder: Recorder, about: Subject): void {
  const nameAt = option.from + 3
  if (nameAt > option.to) {
    recorder.oddity('fqdn-too-short')
    return
  }
  const hasLabels = (payload.view.getUint8(option.from) & 4) !== 0
  const name = hasLabels
    ? labelsAt(payload.bytes, nameAt, option.to)
    : textAt(payload.bytes, nameAt, option.to)
  recorder.fact('dhcp.fqdn', name, about)
  recorder.fact('hostname', name, about)
}

/** Labels of RFC 1035 without compression; the closing root may be left out (RFC 4702). */
export function labelsAt(bytes: Uint8Array, from: number, to: number): string {
  const labels: string[] = []
  let at = from
  while (at < to) {
    const size = bytes[at] as number
    if (size === 0 || at + 1 + size > to) break
    labels.push(textAt(bytes, at + 1, at + 1 + size))
    at += 1 + size
  }
  return labels.join('.')
}

const circuitId = 1
const remoteId = 2

/** RFC 3046: the relay, often a switch, says behind which of its ports the client is. */
function recordRelay(payload: Payload, option: Option, recorder: Recorder, about: Subject): void {
  let at = option.from
  while (at + 2 <= option.to) {
    const from = at + 2
    const to = from + payload.view.getUint8(at + 1)
    if (to > option.to) {
      recorder.oddity('truncated')
      return
    }
    const kind = payload.view.getUint8(at)
    const value = hexBytes(payload.bytes, from, to)
    if (kind === circuitId) recorder.fact('dhcp.relay_circuit', value, about)
    if (kind === remoteId) recorder.fact('dhcp.relay_remote', value, about)
    at = to
  }
}

/** The client: by its hardware address, which the reply of a server and a relay keep as it was. */
export function clientOf(payload: Payload): {
  readonly mac: string | undefined
  readonly ip: string | undefined
} {
  const { bytes, view, from } = payload
  const isEthernet =
    view.getUint8(from + field.hardwareType) === 1 &&
    view.getUint8(from + field.hardwareLength) === 6
  const mac = isEthernet ? macAt(bytes, from + field.hardwareAddress) : undefined
  const your = ipv4At(bytes, from + field.yourAddress)
  const own = ipv4At(bytes, from + field.clientAddress)
  const ip = your === noAddress ? own : your
  return {
    mac: mac === '00:00:00:00:00:00' ? undefined : mac,
    ip: ip === noAddress ? undefined : ip,
  }
}

export const noAddress = '0.0.0.0'
