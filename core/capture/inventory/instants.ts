// SPDX-License-Identifier: EUPL-1.2

// 9999-12-31T23:59:59Z: what stands later in a capture is no time.
const lastS = 253_402_300_799
const dayMs = 86_400_000

/** Writes instants: a capture has few days and many instants, so the date is made once a day. */
export class Clock {
  #day = -1
  #date = ''

  /** ISO 8601 in UTC to the millisecond; null for what cannot be an instant. */
  text(epochS: number): string | null {
    if (!Number.isFinite(epochS) || epochS <= 0 || epochS > lastS) return null
    const ms = Math.round(epochS * 1000)
    const day = Math.floor(ms / dayMs)
    if (day !== this.#day) {
      this.#day = day
      this.#date = new Date(day * dayMs).toISOString().slice(0, 11)
    }
    return this.#date + timeOfDay(ms - day * dayMs)
  }
}

/** `08:00:00.123Z`, in one go. */
function timeOfDay(ms: number): string {
  const second = Math.floor(ms / 1000)
  const minute = Math.floor(second / 60)
  const hour = Math.floor(minute / 60)
  return String.fromCharCode(
    digit(hour / 10),
    digit(hour),
    colon,
    digit((minute % 60) / 10),
    digit(minute),
    colon,
    digit((second % 60) / 10),
    digit(second),
    dot,
    digit(ms / 100),
    digit(ms / 10),
    digit(ms),
    zulu,
  )
}

const colon = 0x3a
const dot = 0x2e
const zulu = 0x5a

/** Character of the last digit before the point. */
function digit(value: number): number {
  return 0x30 + (Math.floor(value) % 10)
}
