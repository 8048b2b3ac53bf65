// SPDX-License-Identifier: EUPL-1.2
/**
 * OPC UA binary (OPC 10000-6): who a server is, which security it offers, and who logs in how.
 * What is encrypted stays unread.
 */
import { type Payload, type Protocol, type Recorder, type Scan, scan } from '../../protocol.ts'
import { Cursor } from '../wire.ts'
import { recordChannel, recordHello } from './channel.ts'
import { headerBytes, isMessage, isService, messageType, serviceOf } from './header.ts'
import { isAlwaysRead, operationOf, service as services, statingServices } from './operations.ts'
import { mayHoldState } from './server-state.ts'
import { recordService } from './services.ts'

/** Endpoint lists with a chain of certificates for each of ten policies. */
const maxKeptBytes = 49_152

const { readAnswer } = services

export const opcua: Protocol = {
  name: 'opcua',
  carrier: 'tcp',
  ports: [4840],
  roams: true,
  streamBytes: 65_536,
  deepPackets: 64,
  recognises: ({ view, from, to }: Payload) => isMessage(view, from, to),

  scan(view, from, to, _isFromServer, tally): Scan {
    if (!isMessage(view, from, to)) return scan.foreign
    let wanted: Scan = scan.seen
    let isSilent = true
    let at = from
    for (; isMessage(view, at, to); at += view.getUint32(at + 4, true)) {
      const type = view.getUint32(at) >>> 8
      if (type === messageType.hello || type === messageType.open) wanted = scan.decode
      if (type !== messageType.message) continue
      const service = serviceOf(view, at, to)
      if (!isService(service)) continue
      tally.add(service)
      if (isAlwaysRead(service)) wanted = scan.decode
      else if (service === readAnswer) {
        const end = Math.min(to, at + view.getUint32(at + 4, true))
        if (mayHoldState(view, at, end)) isSilent = false
      }
    }
    return wanted === scan.seen && isSilent && at === to ? scan.silent : wanted
  },

  operation: operationOf,

  decode(payload: Payload, recorder: Recorder): number {
    const { view, from, to } = payload
    let at = from
    while (to - at >= headerBytes) {
      if (!isMessage(view, at, to)) {
        recorder.oddity('foreign-protocol')
        return to - from
      }
      const length = view.getUint32(at + 4, true)
      if (length > to - at && length > maxKeptBytes) return to - from
      if (length > to - at) break
      recordOne(payload, at, at + length, recorder)
      at += length
    }
    if (at < to && payload.isCut) {
      recorder.oddity('truncated')
      return to - from
    }
    return at - from
  },
}

function recordOne(payload: Payload, at: number, end: number, recorder: Recorder): void {
  const { view } = payload
  const type = view.getUint32(at) >>> 8
  const body = new Cursor(payload, at + headerBytes, end)
  if (type === messageType.hello) recordHello(body, recorder)
  else if (type === messageType.open) recordChannel(body, recorder)
  else if (type === messageType.message) {
    const service = serviceOf(view, at, end)
    // Channel, token, two numbers, and the four bytes of the service's own id.
    body.skip(20)
    if (statingServices.has(service)) recordService(service, body, recorder)
  }
}
