// SPDX-License-Identifier: EUPL-1.2
import { kinds } from '@schouw/core/registers'

export const sorts = kinds.purchase.fields.sort.options
export type Sort = (typeof sorts)[number]
