// SPDX-License-Identifier: EUPL-1.2
import { type Protocol, type Scan, scan } from '../../protocol.ts'

// WireGuard's paper, section 5.4: a type, three zeros, and a size that goes with the type. Data are
// padded to 16 bytes; their counter does not pass 2^40 in any life.
const sizes = { initiation: 148, response: 92, cookie: 64, dataAtLeast: 32 } as const
const type = { initiation: 1, response: 2, cookie: 3, data: 4 } as const

// Tailscale finds paths for its tunnels with packets that begin `TS💬`.
const tailscaleFirst = 0x5453_f09f
const tailscaleSecond = 0x92ac

const tailscalePort = 41641

const layer = { wireguard: 0, tailscale: 1 } as const

/** WireGuard tunnels, and Tailscale, which is made of them. */
export const wireguard: Protocol = {
  name: 'wireguard',
  carrier: 'udp',
  ports: [51820, tailscalePort],
  roams: true,
  layers: ['wireguard', 'tailscale'],
  deepPackets: 4,
  recognises: ({ view, from, to }) => kindOf(view, from, to, isPadded) >= 0,
  scan(view, from, to, _isFromServer, tally): Scan {
    const kind = kindOf(view, from, to, isAnySize)
    if (kind < 0) return scan.foreign
    tally.layer(kind)
    return scan.seen
  },
  decode({ view, from, to, source, destination }, recorder) {
    const kind = kindOf(view, from, to, isAnySize)
    if (kind < 0) recorder.oddity('no-message')
    else {
      const isOwn = source.port === tailscalePort || destination.port === tailscalePort
      if (kind === layer.tailscale || isOwn) recorder.remember('tool', 'Tailscale')
      const tool = recorder.recall('tool') ?? 'WireGuard'
      recorder.event('remote_access', { tool, how: 'protocol' })
    }
    return undefined
  },
}

/** The layer that the packet carries, -1 for neither. */
function kindOf(view: DataView, from: number, to: number, fits: (size: number) => boolean): number {
  const size = to - from
  if (size < sizes.dataAtLeast) return -1
  const first = view.getUint32(from)
  if (first === tailscaleFirst) {
    return view.getUint16(from + 4) === tailscaleSecond ? layer.tailscale : -1
  }
  if ((first & 0xff_ffff) !== 0) return -1
  const kind = first >>> 24
  const isWhole =
    (kind === type.initiation && size === sizes.initiation) ||
    (kind === type.response && size === sizes.response) ||
    (kind === type.cookie && size === sizes.cookie) ||
    (kind === type.data && fits(size) && hasSmallCounter(view, from))
  return isWhole ? layer.wireguard : -1
}

/** Where the packet fills the path no padding is added; a stranger is not believed without. */
function isPadded(size: number): boolean {
  return size % 16 === 0
}

function isAnySize(size: number): boolean {
  return size >= sizes.dataAtLeast
}

function hasSmallCounter(view: DataView, from: number): boolean {
  return view.getUint16(from + 14) === 0 && view.getUint8(from + 13) === 0
}
