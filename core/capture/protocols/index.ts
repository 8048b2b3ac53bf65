// SPDX-License-Identifier: EUPL-1.2
/**
 * Protocols: one folder each, holding one `Protocol`. This list is all the engine knows of them;
 * adding a protocol is one folder and one line here.
 */
import type { Protocol } from '../protocol.ts'
import { dns } from './dns/index.ts'
import { llmnr } from './llmnr/index.ts'
import { mdns } from './mdns/index.ts'
import { nbns } from './nbns/index.ts'
import { pnDcp } from './pn-dcp/index.ts'

export const protocols: readonly Protocol[] = [dns, llmnr, mdns, nbns, pnDcp]
