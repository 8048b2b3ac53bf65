// SPDX-License-Identifier: EUPL-1.2
/**
 * NetBox: devices, cards and addresses as people have written them down there, from its REST API or
 * its CSV exports. What it says is a claim like any other source's.
 */
export { readNetbox } from './read.ts'
