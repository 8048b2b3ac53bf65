// SPDX-License-Identifier: EUPL-1.2
/**
 * Ledger: a log in which every later change shows. Entries are small headers with salted
 * commitments; trees, tiles and proofs are those of RFC 6962 and C2SP; checkpoints are signed
 * notes; time comes from RFC 3161, consent from passkeys. Everything is checked here, offline and
 * at once, with cryptography that may be handed in. Grouped by subject: `trees.leafHash`,
 * `notes.Checkpoint`.
 */
import * as approvals from './approvals/index.ts'
import * as audits from './audits/index.ts'
import * as bytes from './bytes/index.ts'
import * as cryptography from './cryptography/index.ts'
import * as dossiers from './dossiers/index.ts'
import * as entries from './entries/index.ts'
import * as heads from './heads/index.ts'
import * as json from './json/index.ts'
import * as notes from './notes/index.ts'
import * as tiles from './tiles/index.ts'
import * as timestamps from './timestamps/index.ts'
import * as trees from './trees/index.ts'
import * as verdicts from './verdicts/index.ts'

export {
  approvals,
  audits,
  bytes,
  cryptography,
  dossiers,
  entries,
  heads,
  json,
  notes,
  tiles,
  timestamps,
  trees,
  verdicts,
}
