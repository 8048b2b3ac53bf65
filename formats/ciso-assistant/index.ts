// SPDX-License-Identifier: EUPL-1.2
/**
 * CISO Assistant: its libraries of frameworks, controls, threats and mappings, as the user brings
 * them. None is shipped here.
 */
export { requirementsIn } from './catalogue.ts'
export { type Library, type LibraryProblem, type LibraryRead, readLibrary } from './read.ts'
