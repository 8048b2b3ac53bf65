// SPDX-License-Identifier: EUPL-1.2

/** A recording of frames of these lengths, all of the same byte, in either form. */
export function recording(
  lengths: readonly number[],
  form: 'pcap' | 'pcapng' = 'pcap',
): Uint8Array {
  return Uint8Array.from(form === 'pcap' ? pcap(lengths) : pcapng(lengths))
}

function pcap(lengths: readonly number[]): Buffer {
  const header = Buffer.from('d4c3b2a102000400000000000000000000000400' + '01000000', 'hex')
  const records = lengths.map((length) => {
    const head = Buffer.alloc(16)
    head.writeUInt32LE(1, 0)
    head.writeUInt32LE(length, 8)
    head.writeUInt32LE(length, 12)
    return Buffer.concat([head, Buffer.alloc(length, 0x5a)])
  })
  return Buffer.concat([header, ...records])
}

function pcapng(lengths: readonly number[]): Buffer {
  const section = block(0x0a0d0d0a, words(0x1a2b3c4d, 1, 0xffffffff, 0xffffffff))
  const link = block(1, words(1, 0))
  const packets = lengths.map((length) => {
    const frame = Buffer.alloc(Math.ceil(length / 4) * 4)
    frame.fill(0x5a, 0, length)
    return block(6, Buffer.concat([words(0, 0, 1, length, length), frame]))
  })
  return Buffer.concat([section, link, ...packets])
}

function block(type: number, body: Buffer): Buffer {
  const length = body.length + 12
  return Buffer.concat([words(type, length), body, words(length)])
}

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, index * 4)
  return bytes
}
