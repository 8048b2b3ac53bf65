// SPDX-License-Identifier: EUPL-1.2
import type { vulnerabilities } from '@schouw/core/board'
import { response } from '@schouw/core/vulns'

export interface AroundLine {
  readonly settings: ReadonlyMap<string, vulnerabilities.Setting>
  /** Whether a catalogue of what is exploited was brought at all. */
  readonly hasKev: boolean
  readonly today: string
}

interface Matched {
  readonly verdict: 'affected' | 'not_affected' | 'cannot_decide'
  readonly fix: response.Fix
  readonly kev: unknown
  readonly chance: number | null
}

/** What is proposed for a vulnerability in a device; undefined where nothing is known of the device. */
export function pressedOf(
  { verdict, fix, kev, chance }: Matched,
  asset: string,
  { settings, hasKev, today }: AroundLine,
) {
  const setting = settings.get(asset)
  if (setting === undefined) return undefined
  const { exposure, window, isSafetyRelated, isCrownJewel } = setting
  const proposal = response.proposed({
    verdict,
    isExploited: hasKev ? kev !== null : null,
    exploitChance: chance,
    exposure,
    isSafetyRelated,
    isCrownJewel,
    fix,
    nextWindow: window?.on ?? null,
    shieldedUntil: setting.shield?.until ?? null,
    exceptedUntil: setting.exception?.until ?? null,
    today,
  })
  return { exposure, window, proposal }
}
