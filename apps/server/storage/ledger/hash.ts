// SPDX-License-Identifier: EUPL-1.2
import { hash } from 'node:crypto'
import type { Sha256 } from '@schouw/core/ledger/cryptography'

/** The platform's, some ten times as fast as the one in plain arithmetic. */
export const sha256: Sha256 = (bytes) => hash('sha256', bytes, 'buffer')
