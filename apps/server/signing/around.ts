// SPDX-License-Identifier: EUPL-1.2
import type { Files } from '../files/files.ts'
import type { Identity } from '../identity/ports.ts'
import type { Storage } from '../storage/storage.ts'

/** What signing is given. */
export interface Signing {
  readonly storage: Storage
  readonly identity: Identity
  readonly files: Files
  readonly clock: () => string
  /** Told that something was just signed: its time is wanted soon. */
  readonly onSigned: (tenant: string) => void
}
