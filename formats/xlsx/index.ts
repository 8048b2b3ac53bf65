// SPDX-License-Identifier: EUPL-1.2
/**
 * XLSX in and out: the sheets of a workbook cell by cell, with zip bombs refused before and while
 * unpacking, and sheets written with lists to choose from.
 */
export { columnName, columnOf } from './bounds.ts'
export { readWorkbook, readXlsx, type Sheet, type SheetCell, type Workbook } from './read.ts'
export { type SheetToWrite, type WrittenCell, writeXlsx } from './write.ts'
