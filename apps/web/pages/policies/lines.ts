// SPDX-License-Identifier: EUPL-1.2
import { cycle } from '@schouw/core/board'
import { useMemo } from 'react'
import { useWhole } from '../../data/whole.ts'

export type Lines = ReturnType<typeof cycle.policyLines>
export type Line = Lines[number]
export type PolicyText = Line['texts'][number]

export function today(): string {
  return new Date().toISOString().slice(0, 10)
}

/** Every policy with its texts, as the core puts them in order. */
export function usePolicies() {
  const policies = useWhole('policy')
  const versions = useWhole('policy-version')
  const lines = useMemo(
    () =>
      policies.data === undefined || versions.data === undefined
        ? undefined
        : cycle.policyLines({ policies: policies.data, versions: versions.data, today: today() }),
    [policies.data, versions.data],
  )
  // What is still asked, or failed, is for the page to show.
  const asked = policies.data === undefined ? policies : versions
  return { ...asked, data: lines } as Omit<typeof asked, 'data'> & {
    readonly data: Lines | undefined
  }
}
