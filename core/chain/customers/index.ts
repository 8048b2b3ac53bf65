// SPDX-License-Identifier: EUPL-1.2
/** Questions of customers: found in their file, matched with what was said before, and drafted. */
export { choiceAmong } from './choices.ts'
export { AnswerBook, type Draft, kindsOfAnswers, type Proof } from './draft.ts'
export { languageOf } from './language.ts'
export { type Found, Matcher, type Said } from './match.ts'
export { type AskedQuestion, type Cells, type Layout, layoutOf, questionsIn } from './sheet.ts'
export { Topics } from './topics.ts'
export { wordsOf } from './vocabulary.ts'
