// SPDX-License-Identifier: EUPL-1.2
/**
 * Zeek: logs of connections, names, certificates, software and industrial protocols, as far as they
 * say something about devices. Read as a stream: a log of any length in the memory of a short one.
 */
export { readZeek } from './read.ts'
