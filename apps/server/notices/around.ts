// SPDX-License-Identifier: EUPL-1.2
import type { Storage } from '../storage/storage.ts'

export interface Around {
  readonly storage: Storage
  readonly clock: () => string
}
