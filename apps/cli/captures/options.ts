// SPDX-License-Identifier: EUPL-1.2
import { isIP } from 'node:net'
import { type Detection, detectionKinds } from '@schouw/core/capture'
import { type Arguments, didYouMean, UsageError } from '../usage.ts'

export function siteRanges(given: Arguments): readonly string[] {
  const ranges = (given.values.get('site-range') ?? []).flatMap(parts)
  for (const range of ranges) {
    if (!isRange(range)) {
      throw new UsageError(`--site-range ${range} is no range; expected one like 10.20.0.0/16`)
    }
  }
  return ranges
}

export function failOnKinds(given: Arguments): ReadonlySet<Detection['kind'] | 'any'> {
  const known: readonly string[] = [...detectionKinds, 'any']
  const kinds = (given.values.get('fail-on') ?? []).flatMap(parts)
  for (const kind of kinds) {
    if (!known.includes(kind)) {
      throw new UsageError(`--fail-on ${kind} is no detection${didYouMean(kind, known)}`)
    }
  }
  return new Set(kinds as (Detection['kind'] | 'any')[])
}

function isRange(text: string): boolean {
  const [address = '', length, rest] = text.split('/')
  const version = isIP(address)
  if (version === 0 || rest !== undefined) return false
  if (length === undefined) return true
  return /^\d{1,3}$/.test(length) && Number(length) <= (version === 4 ? 32 : 128)
}

function parts(text: string): string[] {
  return text.split(',').map((part) => part.trim())
}
