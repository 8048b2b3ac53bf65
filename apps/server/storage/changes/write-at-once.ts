// SPDX-License-Identifier: EUPL-1.2
import type { Sent, Transaction } from '../session.ts'
import {
  entryValues,
  headValues,
  type IndexedEntry,
  insertEntries,
  insertPayloads,
  type NewHead,
  payloadValues,
  updateHead,
} from './write-log.ts'
import { keepFormer, updateRecords, valuesOf, type Written } from './write-records.ts'

const ofRecords = 16
const ofEntries = 6
const ofPayloads = 6

/**
 * Changed records, their former versions, their entries and the head in one statement: what most
 * changes of people come to. Its parts see the records as they were before it, so the former version
 * is taken from where it stands. All of it is stored or nothing is, so nobody has to wait for it
 * before the transaction is ended.
 */
const writeChanged = `with kept as (${keepFormer}), changed as (${updateRecords}),
  entries as (${behind(ofRecords, insertEntries)}),
  payloads as (${behind(ofRecords + ofEntries, insertPayloads)})
  ${behind(ofRecords + ofEntries + ofPayloads, updateHead)}`

export function writeAtOnce(
  transaction: Transaction,
  newest: readonly Written[],
  entries: readonly IndexedEntry[],
  head: NewHead,
): Sent {
  const values = [
    ...valuesOf(newest),
    ...entryValues(entries),
    ...payloadValues(entries),
    ...headValues(head),
  ]
  return [transaction.query({ name: 'write_changed', text: writeChanged, values })]
}

/** A statement whose values stand behind so many others. */
function behind(others: number, text: string): string {
  return text.replaceAll(/\$(\d+)/g, (_, place) => `$${Number(place) + others}`)
}
