// SPDX-License-Identifier: EUPL-1.2

// 9999-12-31T23:59:59Z: what stands later in a capture is no time.
const lastS = 253_402_300_799

/** ISO 8601 in UTC to the millisecond; null for what cannot be an instant. */
export function instantText(epochS: number): string | null {
  if (!Number.isFinite(epochS) || epochS <= 0 || epochS > lastS) return null
  return new Date(Math.round(epochS * 1000)).toISOString()
}
