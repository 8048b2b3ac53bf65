// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { kinds, records } from '@schouw/core/registers'
import type { Caller } from '../http/caller.ts'
import { newId } from '../http/ids.ts'
import { entryAlone } from '../sources/accept.ts'
import type { Database } from '../storage/dialect.ts'
import type { Storage } from '../storage/storage.ts'
import type { Line } from './lines.ts'

export interface Deciding {
  readonly on: readonly { readonly subject: string; readonly weakness: string }[]
  readonly mark?: 'not_remediated' | 'in_progress' | 'done' | undefined
  readonly decision?: 'now' | 'next_window' | 'never' | undefined
  readonly reason: string
  readonly due_on?: string | undefined
}

/** What goes into the findings: work that is to be done now or at the next stop. */
const isWork = (decision: Deciding['decision']) => decision === 'now' || decision === 'next_window'

/**
 * Keeps what a person decided on vulnerabilities in devices, with one entry in the log. Work gets a
 * finding, from which the lead time of patches is counted; what is done solves it.
 */
export async function decide(
  {
    storage,
    caller,
    now,
  }: { readonly storage: Storage; readonly caller: Caller; readonly now: string },
  deciding: Deciding,
  lines: readonly Line[],
  today: string,
) {
  const { tenant, actor } = caller
  const keyed = new Map(lines.map((line) => [`${line.subject}\n${line.weakness}`, line]))
  const chosen = deciding.on.flatMap(({ subject, weakness }) => {
    const line = keyed.get(`${subject}\n${weakness}`)
    return line === undefined ? [] : [line]
  })
  if (chosen.length === 0) return { changed: 0, finding: null, entry: null }
  const about = { storage, caller, now, today }
  const finding = isWork(deciding.decision) ? await openFinding(about, deciding, chosen) : null
  const isSolved = deciding.mark === 'done' || deciding.decision === 'never'
  const payload = {
    what: 'vulnerability-decision',
    on: chosen.map(({ subject, weakness }) => ({ subject, weakness })),
    ...(deciding.mark === undefined ? {} : { mark: deciding.mark }),
    ...(deciding.decision === undefined ? {} : { decision: deciding.decision }),
    reason_sha256: textDigest(deciding.reason),
  }
  // Before what it is about: nothing is shown as decided that the log does not know.
  const told = await storage.apply(tenant, entryAlone(newId(now), 'decided', actor.person, payload))
  const entry = told.outcome === 'done' ? told.done.entries[0] : undefined
  if (entry === undefined) throw new Error('a decision without an entry')
  await storage.write(tenant, async (db) => {
    for (const line of chosen)
      await keep(db, line, { deciding, finding, entry, now, by: actor.person })
  })
  if (isSolved) await solveFindings(about, chosen, deciding.reason)
  return { changed: chosen.length, finding, entry }
}

interface Keeping {
  readonly deciding: Deciding
  readonly finding: string | null
  readonly entry: number
  readonly now: string
  readonly by: string
}

/** How it stands now, and beside it what was decided this time. */
async function keep(
  db: Database,
  line: Line,
  { deciding, finding, entry, now, by }: Keeping,
): Promise<void> {
  const { subject, weakness } = line
  const standing = {
    mark:
      deciding.mark ??
      (isWork(deciding.decision) && line.mark === 'not_remediated' ? 'in_progress' : line.mark),
    decision: deciding.decision ?? line.decision,
    finding: finding ?? line.finding,
  }
  const row = {
    ...standing,
    reason: deciding.reason === '' ? line.reason : deciding.reason,
    due_on: deciding.due_on ?? line.due_on,
    changed_at: now,
    changed_by: by,
  }
  await db
    .insertInto('vulnerability_states')
    .values({ subject, weakness, ...row })
    .onConflict((conflict) => conflict.columns(['tenant', 'subject', 'weakness']).doUpdateSet(row))
    .execute()
  const made = { id: newId(now), reason: deciding.reason, entry, made_at: now, made_by: by }
  await db
    .insertInto('vulnerability_decisions')
    .values({ subject, weakness, ...standing, ...made })
    .execute()
}

interface About {
  readonly storage: Storage
  readonly caller: Caller
  readonly now: string
  readonly today: string
}

/** One finding for what is decided together; where there is one already, it stays the one. */
async function openFinding(
  { storage, caller, now, today }: About,
  deciding: Deciding,
  chosen: readonly Line[],
): Promise<string | null> {
  const known = chosen.find(({ finding }) => finding !== null)?.finding
  if (known != null) return known
  const weaknesses = [...new Set(chosen.map(({ weakness }) => weakness))]
  const assets = [...new Set(chosen.map(({ asset }) => asset))]
  const [first] = chosen
  if (first === undefined) return null
  const isUrgent = deciding.decision === 'now'
  const due = deciding.due_on ?? first.proposal.on ?? undefined
  const id = newId(now)
  const values = {
    code: `V-${digestOf([weaknesses, assets, now]).slice(0, 10)}`,
    name: `${weaknesses.slice(0, 3).join(', ')}: ${first.asset_title}`.slice(0, 200),
    description: `${first.advisory} ${first.advisory_title}\n${deciding.reason}`
      .trim()
      .slice(0, 4_000),
    origin: 'advisory',
    severity: isUrgent ? 'critical' : 'high',
    assets,
    found_on: first.since.slice(0, 10) < today ? first.since.slice(0, 10) : today,
    ...(due === undefined ? {} : { due_on: due < today ? today : due }),
  }
  const kind = kinds.finding
  const { actor, tenant } = caller
  const told = await storage.apply(tenant, {
    decide: ({ lookup, now: at }) =>
      records.create({ kind, id, values, state: 'open', actor, now: at, lookup }),
    pendingId: newId(now),
  })
  return told.outcome === 'done' ? id : null
}

/** A finding is solved when nothing that it was opened for is left. */
async function solveFindings(
  { storage, caller, today }: About,
  chosen: readonly Line[],
  reason: string,
) {
  const { actor, tenant } = caller
  const findings = new Set(chosen.flatMap(({ finding }) => (finding === null ? [] : [finding])))
  for (const id of findings) {
    const left = await storage.read(tenant, (db) =>
      db
        .selectFrom('vulnerability_states')
        .select('subject')
        .where('finding', '=', id)
        .where('mark', '!=', 'done')
        .where((where) =>
          where.or([where('decision', 'is', null), where('decision', '!=', 'never')]),
        )
        .executeTakeFirst(),
    )
    if (left !== undefined) continue
    const kind = kinds.finding
    await storage.apply(tenant, {
      decide: ({ record, lookup, now }) => {
        const current = record(id)
        const patch = { solved_on: today, ...(reason === '' ? {} : { response: reason }) }
        const version = current?.version ?? 0
        return records.change({ kind, id, record: current, version, patch, actor, now, lookup })
      },
      pendingId: newId(new Date().toISOString()),
    })
    await storage.apply(tenant, {
      decide: ({ record, lookup, now }) => {
        const current = record(id)
        const version = current?.version ?? 0
        return records.move({
          kind,
          id,
          record: current,
          version,
          to: 'solved',
          actor,
          now,
          lookup,
        })
      },
      pendingId: newId(new Date().toISOString()),
    })
  }
}

function digestOf(value: unknown): string {
  return textDigest(JSON.stringify(value))
}

/** By which an entry vouches for words that stand beside it. */
export function textDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
