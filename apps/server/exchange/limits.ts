// SPDX-License-Identifier: EUPL-1.2

/** Bounds we choose for tables that come in and go out. */
export const exchangeLimits = {
  /** Of an upload. A register of 100,000 rows is some 30 MB of text. */
  fileBytes: 100 * 1024 * 1024,
  /** Rows that one import takes. */
  rows: 100_000,
  /** Sheets of a workbook that are kept to choose from. */
  sheets: 20,
  /** Nothing of an upload for so long, and it is let go. */
  stallMs: 30_000,
  /** Reading a file may take so long and so much memory; a hostile one asks for more. */
  readingMs: 120_000,
  readingMb: 1_536,
  /** Rows that are handled between two looks at whatever else there is to do. */
  chunk: 500,
  /** Cells of a workbook that is written: it is made in memory. CSV has no such bound. */
  workbookCells: 3_000_000,
  /** An import that nobody decided upon keeps what was in its file for so long. */
  keptMs: 7 * 86_400_000,
  /** Work that gave no sign for so long has ended with its server. */
  lostMs: 60_000,
  /** A request waits so long for work that is nearly always done by then. */
  patienceMs: 4_000,
  /** Files of one organisation that are read at the same time. */
  atOnce: 2,
} as const
