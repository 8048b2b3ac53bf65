// SPDX-License-Identifier: EUPL-1.2
/** Lines: records read by the names of their fields, those that still stand in order of code. */
export { isAnswered, linesOf } from './facts.ts'
export { type Line, lineOf, type Ref, type Row, refOf, rowOf } from './line.ts'
