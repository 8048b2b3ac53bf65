// SPDX-License-Identifier: EUPL-1.2
import type { routes } from '@schouw/contract'
import { matchedReports } from '@schouw/core/board/continuity'
import { kinds, records } from '@schouw/core/registers'
import { readBackupReport } from '@schouw/formats/backup-jobs'
import type { Answer } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { Refused } from '../http/problems.ts'
import { registersRead } from '../http/reading/registers.ts'
import type { Asked } from '../http/route.ts'
import type { Change } from '../storage/changes/change.ts'
import type { Storage } from '../storage/storage.ts'

interface Around {
  readonly storage: Storage
  readonly clock: () => string
}

const kind = kinds.backup

/** Looked at first; then every copy that has something new is changed, in the name of the caller. */
export async function readReports(
  { storage, clock }: Around,
  caller: Caller,
  body: Asked<typeof routes.readBackupReports>['body'],
): Promise<Answer> {
  const now = clock()
  const wanted = ['organisation', 'backup'] as const
  const read = await registersRead({ storage, caller, kinds: wanted, asOf: undefined, now })
  if ('refused' in read) return read.refused
  const { records: found } = read.facts
  const zone = found.organisation?.[0]?.values['time_zone']
  const runs = readBackupReport(body.name, new TextEncoder().encode(body.text), {
    zone: typeof zone === 'string' ? zone : 'UTC',
  })
  const { copies, unknown, ambiguous } = matchedReports(runs.runs, found.backup ?? [])
  const changes = copies.flatMap(({ backup, patch }) =>
    patch === null ? [] : [changing(caller, backup, patch)],
  )
  const written = body.is_rehearsal ? null : await write(storage, caller, changes)
  return {
    status: 200,
    body: {
      ...{ format: runs.format, runs: runs.runs.length, unfinished: runs.unfinished },
      copies: copies.map(({ patch, ...copy }) => ({ ...copy, is_new: patch !== null })),
      ...{ unknown, ambiguous },
      problems: runs.problems.map(({ path: _, ...problem }) => problem),
      written,
    },
  }
}

function changing({ actor }: Caller, id: string, patch: object): Change {
  return {
    decide: ({ record, lookup, now }) => {
      const found = record(id)
      const version = found?.version ?? 0
      return records.change({ kind, id, record: found, version, patch, actor, now, lookup })
    },
  }
}

async function write(
  storage: Storage,
  { tenant }: Caller,
  changes: readonly Change[],
): Promise<number> {
  const told = await Promise.all(changes.map((change) => storage.apply(tenant, change)))
  const refused = told.find((one) => one.outcome === 'refused')
  if (refused?.outcome === 'refused') throw new Refused(refused.step.refusal)
  return told.filter((one) => one.outcome === 'done' && one.done.entries.length > 0).length
}
