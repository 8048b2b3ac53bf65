// SPDX-License-Identifier: EUPL-1.2
/**
 * Incidents in words: what a report to an authority says of an incident, item by item, from the
 * fields that are filled in; nothing is made up for what is not known.
 */
export { type DraftText, draftTexts } from './draft-text.ts'
