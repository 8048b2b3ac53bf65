// SPDX-License-Identifier: EUPL-1.2
import { Problem } from '@schouw/contract/client'
import type { KindName } from '@schouw/core/registers'
import { type Fault, faultSentence } from '../../words/faults.ts'
import type { Language } from '../../words/index.ts'

export interface Faults {
  /** What the server said about a field, or about all that is in it when `isWhole`. */
  readonly at: (path: string, isWhole?: boolean) => string | undefined
  readonly count: number
  /** What it said about no field in particular. */
  readonly loose: readonly string[]
}

export function faultsOf(
  error: unknown,
  { kind, language }: { readonly kind: KindName; readonly language: Language },
): Faults {
  const list: readonly Fault[] = error instanceof Problem ? (error.body.errors ?? []) : []
  const say = (fault: Fault) =>
    faultSentence(fault, { kind, language, field: fieldOf(fault.path ?? '') })
  const isWithin = (fault: Fault, path: string, isWhole: boolean) =>
    fault.path === path || (isWhole && fault.path?.startsWith(`${path}/`) === true)
  return {
    at: (path, isWhole = true) => {
      const hits = list.filter((fault) => isWithin(fault, path, isWhole))
      return hits.length === 0 ? undefined : [...new Set(hits.map(say))].join(' ')
    },
    count: list.filter(({ path }) => path !== undefined && path !== '').length,
    loose: list.filter(({ path }) => path === undefined || path === '').map(say),
  }
}

/** `/services/0/port` is the cell `services.port`; a number in a list is of its field. */
function fieldOf(path: string): string {
  return path
    .split('/')
    .filter((part) => part !== '' && !/^\d+$/.test(part))
    .join('.')
}
