// SPDX-License-Identifier: EUPL-1.2
import type { useRecord } from '../../data/records.ts'

/** A report as the register gives it. */
export type ReportRecord = NonNullable<ReturnType<typeof useRecord>['data']>
