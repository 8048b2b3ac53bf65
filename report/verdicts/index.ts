// SPDX-License-Identifier: EUPL-1.2
/**
 * Verdicts: what a check of evidence comes to, in Dutch and English; the same words in the command
 * and on the page that travels with a dossier.
 */
export { factsText, findingText } from './facts.ts'
export { codeWords, layerWords, sentences, stateWords } from './words.ts'
