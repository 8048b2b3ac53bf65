// SPDX-License-Identifier: EUPL-1.2
import type { LossBook } from '@schouw/core/losses'

/**
 * Of one site, one process or one risk: the risks that stop something there, with all that they cost.
 * A risk that stops two lines is in the part of both; parts do not add up to the whole.
 */
export function partOf(book: LossBook, id: string): LossBook {
  const risks = book.risks.filter(
    (one) => one.id === id || one.sites.includes(id) || one.outage.processes.includes(id),
  )
  const isOfThese = ({ risk }: { readonly risk: string }) => risks.some((one) => one.id === risk)
  return {
    ...book,
    risks,
    treatments: book.treatments.filter(isOfThese),
    refused: book.refused.filter(isOfThese),
    // What the board can bear is said of all of it.
    appetite: null,
  }
}
