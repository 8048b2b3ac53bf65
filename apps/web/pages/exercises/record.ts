// SPDX-License-Identifier: EUPL-1.2
import type { RecordOf } from '@schouw/contract/client'

export type ExerciseRecord = RecordOf<'exercise'>
