// SPDX-License-Identifier: EUPL-1.2
import { Judgement } from '@schouw/core/ledger/verdicts'
import type { Part } from './tenant.ts'

/** What is said of a log, or of all, when the database cannot give what is stored. */
export function unreadable(name: string, error: unknown): Part {
  const judgement = new Judgement()
  const why = causeOf(error).split('\n')[0]?.slice(0, 300)
  judgement.refuse('entries', 'database-unreadable', { why })
  return { name, ...judgement.verdict() }
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}
