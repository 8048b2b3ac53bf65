// SPDX-License-Identifier: EUPL-1.2
import { hex, sha256 } from '@schouw/core/kernel'
import { canonicalJson } from '@schouw/core/ledger/json'
import { type KindName, kinds, type RecordKind, type RecordVersion } from '@schouw/core/registers'

export const tableSchema = 'schouw/table/1'

type Values = RecordVersion['values']

/** Everything a member says yes or no to, and nothing that only follows from the answer. */
export interface TableDocument {
  readonly schema: typeof tableSchema
  readonly decision: string
  readonly values: Values
  /** Files by their digest, as the decision names them. */
  readonly files: readonly string[]
  /** Records it is about, in the order of their ids. */
  readonly about: readonly AboutRecord[]
}

interface AboutRecord {
  readonly kind: KindName
  readonly id: string
  readonly title: string
  /** SHA-256, hex, over what it says; of a record that is not there the word `absent`. */
  readonly sha256: string
}

/** What is asked. Who proposes it, when it is due and what came of it may still be filled in. */
const asked = [
  'code',
  'name',
  'question',
  'body',
  'subject',
  'requirements',
  'proposal',
  'advice',
  'if_yes',
  'if_no',
  'if_nothing',
  'cost_eur',
  'avoided_loss_eur',
  'limits',
  'conditions',
  'delegated_to',
  'delegated_kinds',
  'delegation_limit_eur',
  'delegated_until',
] as const

/** What a decision itself brings about in the records it is about: no reason for it to lapse. */
const answers: Readonly<Partial<Record<KindName, readonly string[]>>> = {
  acceptance: ['accepted_by', 'accepted_on', 'subject_version'],
  budget: ['granted_eur', 'granted_on', 'difference_reason'],
  kpi: ['target', 'green_limit', 'amber_limit', 'limits_set_by'],
}
const always = ['decision', 'note', 'evidence', 'actions']

/** `records`: those the decision is about, retired ones included. */
export function onTable(decision: RecordVersion, records: readonly RecordVersion[]): TableDocument {
  const named = idsIn(decision.values['about'])
  const about = named.map((id): AboutRecord => {
    const record = records.find((one) => one.id === id)
    if (record === undefined) return { kind: 'decision', id, title: '', sha256: 'absent' }
    const kind: RecordKind = kinds[record.kind]
    const title = record.values[kind.title[0]]
    return {
      kind: record.kind,
      id,
      title: typeof title === 'string' ? title : '',
      sha256: digestOf(record),
    }
  })
  return {
    schema: tableSchema,
    decision: decision.id,
    values: chosen(decision.values, (name) => (asked as readonly string[]).includes(name)),
    files: idsIn(decision.values['documents']),
    about,
  }
}

/** Paths at which the document is another; empty when it is the same. */
export function changedSince(then: TableDocument, now: TableDocument): readonly string[] {
  const changed: string[] = []
  const names = new Set([...Object.keys(then.values), ...Object.keys(now.values)])
  for (const name of [...names].sort()) {
    if (JSON.stringify(then.values[name]) !== JSON.stringify(now.values[name])) changed.push(name)
  }
  if (JSON.stringify(then.files) !== JSON.stringify(now.files)) changed.push('documents')
  const before = new Map(then.about.map((one) => [one.id, one.sha256]))
  const after = new Map(now.about.map((one) => [one.id, one.sha256]))
  for (const id of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    if (before.get(id) !== after.get(id)) changed.push(`about/${id}`)
  }
  return changed
}

function digestOf({ kind: name, values, retired }: RecordVersion): string {
  const kind: RecordKind = kinds[name]
  const left = new Set([...always, ...(kind.lifecycle.open ?? []), ...(answers[name] ?? [])])
  const personal = (field: string) => kind.fields[field]?.personal !== undefined
  const said = {
    kind: name,
    retired: retired !== null,
    values: chosen(values, (field) => !left.has(field) && !personal(field)),
  }
  const bytes = canonicalJson(said)
  // Stored values passed the same gate when they were written.
  return bytes.ok ? hex(sha256(bytes.value)) : 'absent'
}

function chosen(values: Values, isWanted: (name: string) => boolean): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => isWanted(name)))
}

function idsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String).toSorted() : []
}
