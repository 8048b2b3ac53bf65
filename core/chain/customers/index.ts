// SPDX-License-Identifier: EUPL-1.2
/** Questions of customers: found in their file, and matched with what was answered before. */
export { type Found, Matcher, type Said, wordsOf } from './match.ts'
export { type AskedQuestion, type Cells, type Layout, layoutOf, questionsIn } from './sheet.ts'
