// SPDX-License-Identifier: EUPL-1.2
import type { InspectionReport } from '@schouw/core/capture'

/** A conversation between two assets. */
export type Talk = InspectionReport['conversations'][number]
