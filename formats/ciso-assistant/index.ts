// SPDX-License-Identifier: EUPL-1.2
/**
 * CISO Assistant: its libraries of frameworks, controls, threats and mappings, as the user brings
 * them. None is shipped here. A table of one's own is read into the same shape.
 */
export { requirementsIn } from './catalogue.ts'
export { type Library, type LibraryProblem, type LibraryRead, readLibrary } from './read.ts'
export { readFrameworkTable } from './table.ts'
