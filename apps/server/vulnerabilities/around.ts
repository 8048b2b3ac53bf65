// SPDX-License-Identifier: EUPL-1.2
import type { Files } from '../files/files.ts'
import type { Steps } from '../jobs/job.ts'
import type { Storage } from '../storage/storage.ts'
import type { WarmThreads } from './matching/warm.ts'

export interface Around {
  readonly storage: Storage
  readonly files: Files
  readonly clock: () => string
  readonly warm: WarmThreads
}

/** The run of a job, as far as this needs one. */
export interface Going {
  readonly tenant: string
  readonly signal?: AbortSignal
  progress(steps: Steps): Promise<void>
}
