// SPDX-License-Identifier: EUPL-1.2
// Splits a recording by packets into its first and second half, each a recording of its own.

/** Undefined for what is neither pcap nor pcapng, or has less than two packets. */
export function halves(file: Uint8Array): readonly [Uint8Array, Uint8Array] | undefined {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  if (file.length < 28) return undefined
  const magic = view.getUint32(0)
  if (magic === 0x0a0d0d0a) return split(file, blocks(view))
  const isLittle = magic === 0xd4c3b2a1 || magic === 0x4d3cb2a1
  if (!isLittle && magic !== 0xa1b2c3d4 && magic !== 0xa1b23c4d) return undefined
  return split(file, records(view, isLittle))
}

interface Piece {
  readonly from: number
  readonly to: number
  /** Anything else belongs to both halves. */
  readonly isPacket: boolean
}

function split(
  file: Uint8Array,
  pieces: readonly Piece[],
): readonly [Uint8Array, Uint8Array] | undefined {
  const packets = pieces.filter(({ isPacket }) => isPacket).length
  if (packets < 2) return undefined
  const parts: [Uint8Array[], Uint8Array[]] = [[], []]
  let count = 0
  for (const { from, to, isPacket } of pieces) {
    const bytes = file.subarray(from, to)
    if (!isPacket) parts.forEach((part) => void part.push(bytes))
    else parts[count < packets / 2 ? 0 : 1].push(bytes)
    if (isPacket) count += 1
  }
  return [Buffer.concat(parts[0]), Buffer.concat(parts[1])]
}

function records(view: DataView, isLittle: boolean): Piece[] {
  const pieces: Piece[] = [{ from: 0, to: 24, isPacket: false }]
  for (let at = 24; at + 16 <= view.byteLength; ) {
    const end = at + 16 + view.getUint32(at + 8, isLittle)
    if (end > view.byteLength) break
    pieces.push({ from: at, to: end, isPacket: true })
    at = end
  }
  return pieces
}

/** Kinds of blocks with a packet in them: enhanced, simple, the old one. */
const packetBlocks = [6, 3, 2]

function blocks(view: DataView): Piece[] {
  const isLittle = view.getUint32(8, true) === 0x1a2b3c4d
  const pieces: Piece[] = []
  for (let at = 0; at + 12 <= view.byteLength; ) {
    const length = view.getUint32(at + 4, isLittle)
    if (length < 12 || at + length > view.byteLength) break
    const isPacket = packetBlocks.includes(view.getUint32(at, isLittle))
    pieces.push({ from: at, to: at + length, isPacket })
    at += length
  }
  return pieces
}
