// SPDX-License-Identifier: EUPL-1.2

/** Gaps remembered at once; each has its own place, the newer takes it. */
const places = 4096
const placeWords = 3

/**
 * Gaps in TCP directions. What comes later and lies in a gap was not seen before: it is no
 * retransmission but a segment that was overtaken.
 */
export class Late {
  /** Flow and direction + 1 (0 when free), first sequence number missing, one past the last. */
  private readonly gaps = new Int32Array(places * placeWords)

  note(flow: number, direction: number, from: number, to: number): void {
    const at = placeOf(flow, direction)
    this.gaps[at] = flow * 2 + direction + 1
    this.gaps[at + 1] = from
    this.gaps[at + 2] = to
  }

  /** Whether the segment lies in the gap; the gap then begins behind it. */
  fills(flow: number, direction: number, from: number, to: number): boolean {
    const at = placeOf(flow, direction)
    const { gaps } = this
    if (gaps[at] !== flow * 2 + direction + 1) return false
    if (((from - gaps[at + 1]) | 0) < 0 || ((to - gaps[at + 2]) | 0) > 0) return false
    gaps[at + 1] = to
    return true
  }

  /** Flows get new numbers. */
  clear(): void {
    this.gaps.fill(0)
  }
}

function placeOf(flow: number, direction: number): number {
  return ((flow * 2 + direction) & (places - 1)) * placeWords
}
