// SPDX-License-Identifier: EUPL-1.2
// Jobs as tests run them: at a quick pace, with what they complain about kept.
import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import type { Storage } from '../../storage/storage.ts'
import type { Job } from '../job.ts'
import { Jobs, type JobsOptions } from '../jobs.ts'

export const quickPace = { look: 0.5, poll: 0.5, watch: 1, heartbeat: 10, rest: 2 }

export interface Started {
  readonly running: Jobs
  readonly complaints: readonly string[]
}

export async function startJobs(
  storage: Storage,
  jobs: readonly Job<never>[],
  more: Partial<JobsOptions> = {},
): Promise<Started> {
  const complaints: string[] = []
  const keep = (facts: object, text: string) => {
    complaints.push(`${text} ${JSON.stringify(facts)}`)
  }
  const log = { warn: keep, error: keep }
  const running = new Jobs({ storage, jobs, log, pace: quickPace, ...more })
  await running.start()
  return { running, complaints }
}

export async function until(holds: () => boolean | Promise<boolean>, ms = 30_000): Promise<void> {
  const end = Date.now() + ms
  while (!(await holds())) {
    assert.ok(Date.now() < end, 'it did not come so far')
    await wait(20)
  }
}
