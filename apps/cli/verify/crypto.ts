// SPDX-License-Identifier: EUPL-1.2
import { hash } from 'node:crypto'
import { type Crypto, pure } from '@schouw/core/ledger/cryptography'

/**
 * Digests by the platform, for there is nothing in them to disagree about; signatures in the plain
 * arithmetic of the page, so that what one says the other says.
 */
export const digesting: Crypto = {
  ...pure,
  digest: (name, bytes) => hash(name, bytes, 'buffer'),
}
