// SPDX-License-Identifier: EUPL-1.2
/**
 * Leases: what a DHCP server has given out, which is who asked and by which name. The lease file of
 * ISC dhcpd, the CSV of Kea, and the CSV of a Windows server.
 */
export { readLeases } from './read.ts'
