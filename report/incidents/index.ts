// SPDX-License-Identifier: EUPL-1.2
/**
 * Incidents in words: what a report to an authority says of an incident, item by item, from the
 * fields that are filled in; nothing is made up for what is not known. And the same on paper, as the
 * plain values its PDF template reads, and field by field for a portal.
 */
export { type DraftText, draftTexts } from './draft-text.ts'
export { type PortalReport, portalReport } from './portal.ts'
export { type ReportPaper, reportOnPaper } from './report-paper.ts'
