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
}
