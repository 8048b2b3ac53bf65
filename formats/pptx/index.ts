// SPDX-License-Identifier: EUPL-1.2
/**
 * PPTX out: slides of a title, lines and a table, to be edited further by whoever presents them
 * (ECMA-376 part 1, PresentationML). The same slides give the same bytes.
 */
export { type Slide, writeSlides } from './write.ts'
