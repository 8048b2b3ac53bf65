// SPDX-License-Identifier: EUPL-1.2
/**
 * Beckhoff ADS: the AMS messages of TwinCAT over TCP 48898, and its discovery over UDP 48899.
 */
import { type Payload, type Protocol, type Recorder, type Scan, scan } from '../../protocol.ts'
import { Cursor } from '../wire.ts'
import { discoveryBytes, isDiscovery, recordDiscovery } from './discovery.ts'
import { headerBytes, isMessage } from './header.ts'
import { recordMessage } from './message.ts'
import { codeOf, discoveryCode, operationOf } from './operations.ts'

/** Symbol tables are large and state nothing; nobody's identity is longer. */
const maxKeptBytes = 2048

export const ads: Protocol = {
  name: 'ads',
  carrier: 'tcp',
  ports: [48898],
  roams: true,
  streamBytes: 4096,
  recognises: ({ view, from, to }: Payload) => isMessage(view, from, to),

  scan(view, from, to, _isFromServer, tally): Scan {
    if (!isMessage(view, from, to)) return scan.foreign
    let wanted: Scan = scan.seen
    for (let at = from; isMessage(view, at, to); at += 6 + view.getUint32(at + 2, true)) {
      const code = codeOf(view, at, to)
      tally.add(code)
      // Device info is asked rarely, and so is a change of state.
      if (code === 1 || code >> 8 === 5) wanted = scan.decode
    }
    return wanted
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
      const length = 6 + view.getUint32(at + 2, true)
      const isWhole = length <= to - at
      if (!isWhole && length <= maxKeptBytes) break
      recordMessage(new Cursor(payload, at + 6, Math.min(to, at + length)), recorder)
      if (!isWhole) return to - from
      at += length
    }
    if (at < to && payload.isCut) {
      recorder.oddity('truncated')
      return to - from
    }
    return at - from
  },
}

export const adsDiscovery: Protocol = {
  name: 'ads',
  carrier: 'udp',
  ports: [48899],
  roams: true,
  // Not the same messages: counted apart.
  layers: ['ads_discovery'],
  recognises: ({ view, from, to }: Payload) => isDiscovery(view, from, to),

  scan(view, from, to, _isFromServer, tally): Scan {
    if (!isDiscovery(view, from, to)) return scan.foreign
    tally.layer(0)
    tally.add(discoveryCode | (view.getUint16(from + 8, true) & 0xff))
    return scan.decode
  },

  operation: operationOf,

  decode(payload: Payload, recorder: Recorder): undefined {
    const { view, from, to } = payload
    if (to - from < discoveryBytes) recorder.oddity('truncated')
    else if (!isDiscovery(view, from, to)) recorder.oddity('foreign-protocol')
    else recordDiscovery(new Cursor(payload, from + 8, to), recorder)
  },
}
