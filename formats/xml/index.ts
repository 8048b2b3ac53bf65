// SPDX-License-Identifier: EUPL-1.2
/**
 * XML: elements of a document from strangers as plain data. No entity but the five of XML itself is
 * ever expanded, and a document that declares any is refused.
 */
export { all, attribute, childText, type Element, elementAt, first, readXml } from './read.ts'
