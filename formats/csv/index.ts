// SPDX-License-Identifier: EUPL-1.2
/**
 * CSV in and out. Reading guesses delimiter and encoding and keeps places; writing quotes as
 * RFC 4180 says and disarms formulas.
 */
export { type CsvRecord, decodedText, delimiterOf, readCsv, readCsvRows } from './read.ts'
export { type CsvValue, csvLine, csvText, disarmed } from './write.ts'
