// SPDX-License-Identifier: EUPL-1.2
/**
 * Nmap: what a scan says of hosts, ports, systems and, through its scripts, of controllers. Read
 * from the XML output; nothing here scans anything.
 */
export { readNmap } from './read.ts'
