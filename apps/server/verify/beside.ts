// SPDX-License-Identifier: EUPL-1.2
import type { Judgement } from '@schouw/core/ledger/verdicts'
import { kind as kindOf } from '@schouw/core/registers'
import {
  type ActAsStored,
  type AnswerAsStored,
  firstId,
  storedActs,
  storedAnswers,
} from '../storage/inspection/beside.ts'
import { storedRecords, storedVersions } from '../storage/inspection/records.ts'
import { isUuid } from '../storage/records/derive.ts'
import { metaOf } from '../storage/records/row.ts'
import type { Transaction } from '../storage/session.ts'
import { isVersion } from './log.ts'
import { isSame } from './same.ts'

type Members = Readonly<Record<string, unknown>>

const sha256Bytes = 32

/**
 * What stands beside the log and is in no entry: answers kept for repeated requests, and acts that
 * wait. They can be held against the records they are about, not against the log.
 */
export async function judgeBeside(
  transaction: Transaction,
  judgement: Judgement,
  size: number,
): Promise<void> {
  let answers = 0
  for (let after = ''; ; ) {
    const page = await storedAnswers(transaction, after)
    const last = page.at(-1)
    if (last === undefined) break
    after = last.key
    answers += page.length
    await judgeAnswers(transaction, judgement, page, size)
  }
  let acts = 0
  for (let after = firstId; ; ) {
    const page = await storedActs(transaction, after)
    const last = page.at(-1)
    if (last === undefined) break
    after = last.id
    acts += page.length
    for (const act of page) judgeAct(judgement, act)
  }
  const facts = { answers, acts }
  if (answers + acts === 0) judgement.notClaimed('beside', facts)
  else judgement.proven('beside', facts)
}

async function judgeAnswers(
  transaction: Transaction,
  judgement: Judgement,
  page: readonly AnswerAsStored[],
  size: number,
): Promise<void> {
  const told = page.map(({ key, digest, answer }) => {
    const { record, entries } = membersOf(answer)
    const isShaped =
      digest.length === sha256Bytes &&
      Array.isArray(entries) &&
      entries.every((one) => Number.isSafeInteger(one) && one >= 0 && one < size) &&
      (record === null || (typeof record === 'object' && record !== undefined))
    if (!isShaped) judgement.refuse('beside', 'answer-malformed', { key })
    return { key, record: membersOf(record) }
  })
  const wanted = told.flatMap(({ record: { id, version } }) =>
    typeof id === 'string' && isUuid(id) && isVersion(version)
      ? [{ id, version: Number(version) }]
      : [],
  )
  const everywhere = { from: 0, to: Number.MAX_SAFE_INTEGER }
  const rows = [
    ...(await storedVersions(transaction, wanted)),
    ...(await storedRecords(transaction, [...new Set(wanted.map(({ id }) => id))], everywhere)),
  ]
  const stored = new Map(rows.map((row) => [`${row.id}/${row.version}`, row]))
  for (const { key, record } of told) {
    if (record['id'] === undefined) continue
    const row = stored.get(`${record['id']}/${record['version']}`)
    const { kind, id, version, state, values, changed, ...meta } = record
    const isAsStored =
      row !== undefined &&
      isSame([kind, id, version, state], [row.kind, row.id, row.version, row.state]) &&
      isSame(values, row.document) &&
      isSame(changed, { at: row.changed_at, by: row.changed_by }) &&
      isSame(metaOf(meta as never), row.meta)
    if (!isAsStored) judgement.refuse('beside', 'answer-differs', { key, id, version })
  }
}

function judgeAct(judgement: Judgement, row: ActAsStored): void {
  const { act, asked } = { act: membersOf(row.act), asked: membersOf(membersOf(row.act)['asked']) }
  const columns = [
    ...(act['kind'] === row.kind && kindOf(row.kind) !== undefined ? [] : ['kind']),
    ...(act['id'] === row.record ? [] : ['record']),
    ...(asked['at'] === row.asked_at ? [] : ['asked_at']),
    ...((act['answer'] !== null) === row.is_answered ? [] : ['is_answered']),
    ...(typeof membersOf(act['act'])['action'] === 'string' ? [] : ['act']),
  ]
  if (columns.length > 0) judgement.refuse('beside', 'act-differs', { id: row.id, columns })
}

function membersOf(value: unknown): Members {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject ? (value as Members) : {}
}
