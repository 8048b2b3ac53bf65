// SPDX-License-Identifier: EUPL-1.2
/**
 * A flow is 16 words of 32 bits, one cache line, in segments of 65,536 so that growing never
 * copies. Beside it, in segments of their own, lie its next TCP sequence numbers and first time.
 */
export const recordWords = 16
export const segmentShift = 16
export const segmentFlows = 1 << segmentShift
export const segmentMask = segmentFlows - 1

/** Word offsets. The doubles are at half the offset of the words: see `times`. */
export const word = {
  key: 0,
  /** Two words: first to second address, and back. */
  packets: 4,
  bytes: 6,
  /** Two doubles: last time of each direction, -Infinity until it spoke. */
  last: 8,
  state: 12,
  /** Two words: sender of each direction, -1 until it spoke. */
  senders: 13,
  frame: 15,
} as const

/** Bits of the state word. */
export const bit = {
  /** Number of the protocol, 0 while unknown. */
  protocol: 0xff,
  /** The client is the key's second address. */
  clientIsSecond: 1 << 8,
  basisShift: 9,
  basis: 3 << 9,
  synSeen: 1 << 11,
  /** Something but SYN and RST was seen. */
  established: 1 << 12,
  /** Its connection is counted already. */
  counted: 1 << 13,
  /** A payload was accepted by its protocol. */
  decoded: 1 << 14,
  /** A direction holds bytes of an unfinished message. */
  stream: 1 << 15,
  /** The last payload was refused. */
  foreign: 1 << 16,
  /** Payloads of an unknown protocol looked at. */
  triesShift: 17,
  tries: 7 << 17,
  /** Innermost layer + 1 as the protocol's scan counts them. */
  layerShift: 20,
  layer: 15 << 20,
  /** Payloads decoded. */
  deepShift: 24,
  deep: 127 << 24,
  /** Added for good. */
  closed: 1 << 31,
} as const

export const basis = { first: 0, port: 1, handshake: 2 } as const
