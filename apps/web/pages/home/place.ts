// SPDX-License-Identifier: EUPL-1.2
import { plurals } from '@schouw/contract/client'
import type { Ref } from '@schouw/core/board'

/** Where a record is looked at. */
export function placeOf({ kind, id }: Ref): string {
  if (kind === 'decision') return `/decisions/${id}`
  return `/registers/${plurals[kind]}/${id}`
}
