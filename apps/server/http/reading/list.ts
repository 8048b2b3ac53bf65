// SPDX-License-Identifier: EUPL-1.2
export { isPlace, listedRows } from '../../storage/reading/list.ts'
