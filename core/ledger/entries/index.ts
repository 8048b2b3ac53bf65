// SPDX-License-Identifier: EUPL-1.2
/**
 * What one entry is: a small canonical header with salted commitments to payloads that lie apart,
 * and the log's own entries (opened, key changed, payload erased). Byte for byte in
 * `docs/formats/ledger-entry.md`.
 */
export {
  type Body,
  isLogType,
  type KeyChanged,
  type LogOpened,
  logTypes,
  type PayloadErased,
} from './body.ts'
export { commitmentsTo, commitmentTo, isCommitted, type Slot, saltBytes } from './commitment.ts'
export {
  type Commitment,
  type Header,
  type HeaderRefusal,
  headerBytes,
  isLogHeader,
  type LogHeader,
  parseHeader,
  type RecordHeader,
} from './header.ts'
export {
  type KeyChangeRefusal,
  type KeyHistory,
  keyChange,
  keyHistory,
  keysAt,
  withKeyChange,
} from './keys.ts'
