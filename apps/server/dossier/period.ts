// SPDX-License-Identifier: EUPL-1.2
import type { ShownEntry } from '@schouw/core/ledger/dossiers'
import type { KindName } from '@schouw/core/registers'
import type { ReadHeader } from './payloads.ts'

/**
 * Registers of what happens. Of these a dossier shows what was touched in its period, and what
 * belongs to that or to what stands; of every other register what stands at its end.
 */
const happens: ReadonlySet<string> = new Set<KindName>([
  'meeting',
  'decision',
  'vote',
  'objection',
  'incident',
  'awareness',
  'incident-log-entry',
  'incident-report',
  'alert',
  'exercise',
  'restore-test',
  'kpi-value',
  'awareness-campaign',
])

/** What belongs to something that happened, and refers to it. */
const belongs: ReadonlySet<string> = new Set<KindName>([
  'vote',
  'objection',
  'awareness',
  'incident-log-entry',
  'incident-report',
])

interface Subject {
  readonly register: string
  readonly entries: ShownEntry[]
  /** Records that its contents name. */
  readonly names: Set<string>
  isInside: boolean
  isOver: boolean
}

/**
 * Without what was over before the period: a decision of years ago stays where a policy rests on
 * it, and goes where nothing does. What is left out keeps its place and its commitment.
 */
export function insidePeriod(
  shown: readonly ShownEntry[],
  headers: readonly ReadHeader[],
  from: string,
): readonly ShownEntry[] {
  const subjects = subjectsOf(shown, headers, from)
  const kept = new Set<string>()
  const waiting: string[] = []
  const keep = (id: string) => {
    if (kept.has(id) || !subjects.has(id)) return
    kept.add(id)
    waiting.push(id)
  }
  for (const [id, { register, isInside, isOver }] of subjects) {
    if (isInside || !(happens.has(register) || isOver)) keep(id)
  }
  const parts = [...subjects].filter(([, { register }]) => belongs.has(register))
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const name of subjects.get(id)?.names ?? []) keep(name)
    if (!happens.has(subjects.get(id)?.register ?? '')) continue
    for (const [part, { names }] of parts) if (names.has(id)) keep(part)
  }
  return shown.filter(({ index }) => kept.has(headers[index]?.header?.subject ?? ''))
}

function subjectsOf(
  shown: readonly ShownEntry[],
  headers: readonly ReadHeader[],
  from: string,
): ReadonlyMap<string, Subject> {
  const found = new Map<string, Subject>()
  for (const entry of shown) {
    const header = headers[entry.index]?.header
    if (header === undefined) continue
    const { register, subject: id, at, type } = header
    const subject: Subject = found.get(id) ?? {
      ...{ register, entries: [], names: new Set(), isInside: false, isOver: false },
    }
    found.set(id, subject)
    subject.entries.push(entry)
    subject.isInside ||= at.slice(0, 10) >= from
    // What came back is not over; the last of its entries decides.
    subject.isOver = type === `${register}.retire`
    for (const { bytes } of entry.slots) {
      const text = Buffer.from(bytes).toString('utf8')
      for (const [name] of text.matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)) {
        if (name !== id) subject.names.add(name)
      }
    }
  }
  return found
}
