// SPDX-License-Identifier: EUPL-1.2
/**
 * Addresses of IP and blocks of them: read from text, written as RFC 5952 has it, and whether one is
 * in the other. What an address means (private, a group, nobody's) is for whoever asks.
 */
export {
  type AddressBytes,
  type AddressRange,
  addressBytes,
  addressRange,
  addressText,
  cleared,
  isIn,
  isWithin,
  rangeAround,
} from './addresses.ts'
