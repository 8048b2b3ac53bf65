// SPDX-License-Identifier: EUPL-1.2

/** Lower case with colons; `high` are the first 16 bits, `low` the last 32. */
export function macText(high: number, low: number): string {
  const digits = high.toString(16).padStart(4, '0') + (low >>> 0).toString(16).padStart(8, '0')
  return `${digits.slice(0, 2)}:${digits.slice(2, 4)}:${digits.slice(4, 6)}:${digits.slice(6, 8)}:${digits.slice(8, 10)}:${digits.slice(10)}`
}

export function ipv4Text(address: number): string {
  return `${address >>> 24}.${(address >>> 16) & 255}.${(address >>> 8) & 255}.${address & 255}`
}
