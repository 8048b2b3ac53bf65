// SPDX-License-Identifier: EUPL-1.2
/** Testing: questionnaires as customers send them, made by our own script. */
export {
  customerBook,
  dutchQuestions,
  englishQuestions,
  sheetNames,
} from './customer-book.ts'
export { customerDocument } from './customer-document.ts'
