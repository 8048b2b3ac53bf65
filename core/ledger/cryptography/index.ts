// SPDX-License-Identifier: EUPL-1.2
/**
 * Cryptography: what the ledger asks of it, as a port, and one port in plain arithmetic. It
 * verifies and digests; keys that sign are handed in by whoever guards them. Why it is here and
 * which points are refused: `docs/decisions/004-ledger-cryptography.md`.
 */
export { isSoundKey } from './ed25519.ts'
export type {
  Crypto,
  CurveName,
  DigestName,
  PublicKey,
  Scheme,
  Sha256,
  SignatureCheck,
} from './port.ts'
export { holds, pure } from './pure.ts'
