// SPDX-License-Identifier: EUPL-1.2
import type { RecordOf } from '@schouw/contract/client'
import { day } from '../../words/dates.ts'

export type Campaign = RecordOf<'awareness-campaign'>

export function whenOf({ values }: Campaign, language: 'nl' | 'en'): string | undefined {
  const { starts_on: from, ends_on: to } = values
  if (typeof from !== 'string') return undefined
  return typeof to === 'string' && to !== from
    ? `${day(from, language)} – ${day(to, language)}`
    : day(from, language)
}
