// SPDX-License-Identifier: EUPL-1.2
/**
 * Customers: their questions found in their own file, matched with what was said before and drafted
 * from the registers; what they were promised, and what they may see.
 */
export { choiceAmong } from './choices.ts'
export { AnswerBook, kindsOfAnswers } from './draft.ts'
export { languageOf } from './language.ts'
export type { Proof } from './proof.ts'
export { layoutOf, questionsIn } from './sheet.ts'
export { type Promised, promisesOf, type Showing, showingOf } from './showing.ts'
export { kindsOfTrust, openShare, type TrustShown, trustShown } from './trust.ts'
