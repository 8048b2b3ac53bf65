// SPDX-License-Identifier: EUPL-1.2
/**
 * Table: what lies before a body when it decides, as one document of plain values. Whoever signs,
 * signs its digest; when its subject changes the document changes, and what was signed has lapsed.
 */
export { changedSince, onTable, type TableDocument, tableSchema } from './document.ts'
