// SPDX-License-Identifier: EUPL-1.2
/**
 * EVE: the event log of Suricata, as far as it says something about devices. Alerts stay what they
 * are, a statement with the number of its rule; nothing is judged here.
 */
export { readEve } from './read.ts'
