// SPDX-License-Identifier: EUPL-1.2

/** Lower case with colons; `high` are the first 16 bits, `low` the last 32. */
export function macText(high: number, low: number): string {
  // In one go: joining pieces would leave a tree of them behind for every text.
  return String.fromCharCode(
    digit(high >>> 12),
    digit(high >>> 8),
    colon,
    digit(high >>> 4),
    digit(high),
    colon,
    digit(low >>> 28),
    digit(low >>> 24),
    colon,
    digit(low >>> 20),
    digit(low >>> 16),
    colon,
    digit(low >>> 12),
    digit(low >>> 8),
    colon,
    digit(low >>> 4),
    digit(low),
  )
}

const colon = 0x3a

/** Character of the lowest four bits. */
function digit(value: number): number {
  const bits = value & 15
  return bits < 10 ? bits + 0x30 : bits + 0x57
}

export function ipv4Text(address: number): string {
  return `${address >>> 24}.${(address >>> 16) & 255}.${(address >>> 8) & 255}.${address & 255}`
}
