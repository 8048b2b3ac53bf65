// SPDX-License-Identifier: EUPL-1.2
// Answers of a supplier as a file that another organisation can take over: a signed note
// (docs/formats/supplier-answers.md).
import { type SupplierAnswers, supplierAnswers } from '@schouw/contract'
import type { Tier } from '@schouw/core/chain'
import { bytes, notes } from '@schouw/core/ledger'
import { platform } from '../../verify/crypto.ts'

const { value: schema } = supplierAnswers.shape.schema

export type Statement = SupplierAnswers

interface Writing extends Omit<Statement, 'schema' | 'questionnaire' | 'key'> {
  readonly tier: Tier
}

export function writeStatement({ tier, ...given }: Writing, signer: notes.Signer): string {
  const told: Statement = {
    ...{ schema, supplier: given.supplier, asked_by: given.asked_by },
    ...{ questionnaire: `schouw/${tier}/1`, answered_at: given.answered_at },
    ...{ written_at: given.written_at, key: notes.verifierKey(signer.key) },
    answers: given.answers,
  }
  const signed = notes.signNote(`${JSON.stringify(told, null, 1)}\n`, [signer])
  if (!signed.ok) throw new Error(`answers cannot be signed: ${signed.refusal}`)
  return bytes.utf8Text(signed.value) ?? ''
}

export type StatementRead =
  | { readonly verdict: 'intact'; readonly statement: Statement }
  /** One of ours once: the signature that stands below it is not of this text. */
  | { readonly verdict: 'changed'; readonly statement: Statement | null }
  | { readonly verdict: 'not-this-format' }

/** Whether the text is as it was signed, by the key that it names; whose key that is, it cannot say. */
export function readStatement(text: string): StatementRead {
  const raw = bytes.utf8Bytes(text)
  const note = raw === undefined ? undefined : notes.parseNote(raw)
  if (raw === undefined || note === undefined || !note.ok) {
    return text.includes(`"${schema}"`)
      ? { verdict: 'changed', statement: null }
      : { verdict: 'not-this-format' }
  }
  const told = supplierAnswers.safeParse(jsonIn(note.value.text))
  if (!told.success) {
    return text.includes(`"${schema}"`)
      ? { verdict: 'changed', statement: null }
      : { verdict: 'not-this-format' }
  }
  const key = notes.parseVerifierKey(told.data.key)
  const opened = key.ok ? notes.openNote(raw, [key.value], platform) : undefined
  const verdict = opened?.ok === true ? 'intact' : 'changed'
  return { verdict, statement: told.data }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
