// SPDX-License-Identifier: EUPL-1.2
import type { KindName } from '@schouw/core/registers'

/** A record as `registers.yaml` gives it, with references by code or name. */
export interface GivenRecord {
  readonly kind: KindName
  readonly values: Readonly<Record<string, unknown>>
  readonly state: string | undefined
  readonly to: string | undefined
  readonly reason: string | undefined
  readonly source: string
}
