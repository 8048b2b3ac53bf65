// SPDX-License-Identifier: EUPL-1.2
/**
 * CODESYS V3 (WAGO, Festo, ifm, Bosch, Schneider and many others): TCP 11740-11743 and UDP
 * 1740-1743. The name service states who a controller is; layouts as several independent analyses
 * of the protocol published them.
 */
import {
  type Payload,
  type Protocol,
  type Recorder,
  type Scan,
  scan,
  type Tally,
} from '../../protocol.ts'
import { type Framing, readFramed, scanFramed } from '../framed.ts'
import { Cursor } from '../wire.ts'
import { isDatagram, recordDatagram, requestCode, service } from './datagram.ts'
import { operationOf } from './operations.ts'

/** Magic and length of the block driver for TCP, both little-endian. */
const blockMagic = 0x000117e8
const blockBytes = 8
const maxLength = 8192

const framing: Framing = { headerBytes: blockBytes, lengthAt, keptBytes: 2048, look: lookBehind }

export const codesys: Protocol = {
  name: 'codesys',
  carrier: 'tcp',
  ports: [11740, 11741, 11742, 11743],
  roams: true,
  streamBytes: 4096,
  operation: operationOf,
  recognises: ({ view, from, to }: Payload) => to - from >= blockBytes && lengthAt(view, from) > 0,
  scan: (view, from, to, _isFromServer, tally) => scanFramed(view, from, to, framing, tally),
  decode: (payload, recorder) =>
    readFramed(payload, recorder, framing, (cursor) => {
      cursor.skip(blockBytes)
      if (isDatagram(cursor.view, cursor.at, cursor.to)) recordDatagram(cursor, recorder)
      else recorder.oddity('no-datagram')
    }),
}

export const codesysUdp: Protocol = {
  name: 'codesys',
  carrier: 'udp',
  ports: [1740, 1741, 1742, 1743],
  operation: operationOf,
  recognises: ({ view, from, to }: Payload) => isDatagram(view, from, to),
  scan: (view, from, to, _isFromServer, tally) => look(view, from, to, tally),
  decode(payload: Payload, recorder: Recorder): undefined {
    const { view, from, to } = payload
    if (to - from < 6) recorder.oddity('truncated')
    else if (!isDatagram(view, from, to)) recorder.oddity('foreign-protocol')
    else recordDatagram(new Cursor(payload, from, to), recorder)
  },
}

function lengthAt(view: DataView, at: number): number {
  if (view.getUint32(at) !== blockMagic) return 0
  const length = view.getUint32(at + 4, true)
  return length > maxLength ? 0 : length
}

function lookBehind(view: DataView, at: number, end: number, tally: Tally): Scan {
  const said = look(view, at + blockBytes, end, tally)
  return said === scan.foreign ? scan.seen : said
}

function look(view: DataView, at: number, end: number, tally: Tally): Scan {
  if (!isDatagram(view, at, end)) return scan.foreign
  const code = requestCode(view, at, end)
  if (code >= 0) tally.add(code)
  return view.getUint8(at + 3) === service.nameAnswer ? scan.decode : scan.seen
}
