// SPDX-License-Identifier: EUPL-1.2
// `node bin/run.mjs scripts/make-ledger-vectors.ts`: writes the vectors of the ledger entry format
// to fixtures/ledger/golden. A test fails when they are out of date.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ledgerVectors } from '@schouw/fixtures/ledger'

const folder = join(import.meta.dirname, '../fixtures/ledger/golden')
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'entries.json'), `${JSON.stringify(ledgerVectors(), null, 1)}\n`)
