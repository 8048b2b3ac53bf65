// SPDX-License-Identifier: EUPL-1.2
/**
 * Filter: which packets are looked at, in the words that `tcpdump` users know, as far as an operator
 * of a tap needs them. Parsed once, then asked of every frame; pure.
 */
export { type Filter, parseFilter } from './parse.ts'
export { passes } from './passes.ts'
