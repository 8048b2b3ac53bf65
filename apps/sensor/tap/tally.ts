// SPDX-License-Identifier: EUPL-1.2

/** What was captured since the sensor began, for its beats. */
export class Tally {
  packets = 0
  bytes = 0
  filtered = 0
  over_limit = 0
  left_out = 0
  unreadable = 0
  /** By the capture's clock. */
  last_packet_at: string | null = null

  saw(last: string | null): void {
    if (last !== null && (this.last_packet_at === null || last > this.last_packet_at)) {
      this.last_packet_at = last
    }
  }

  told() {
    const { packets, bytes, filtered, over_limit, left_out, unreadable, last_packet_at } = this
    return { packets, bytes, filtered, over_limit, left_out, unreadable, last_packet_at }
  }
}
