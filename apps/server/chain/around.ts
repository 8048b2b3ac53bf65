// SPDX-License-Identifier: EUPL-1.2
import type { Files } from '../files/files.ts'
import type { SendMail } from '../identity/ports.ts'
import type { Storage } from '../storage/storage.ts'

/** What the chain is given. */
export interface ChainAround {
  readonly storage: Storage
  readonly clock: () => string
  /** Undefined: no evidence can be brought. */
  readonly files: Files | undefined
  /** Where people reach the server. */
  readonly origin: () => string
  /** Undefined: no mail goes out, and links are handed over by hand. */
  readonly sendMail: SendMail | undefined
}
