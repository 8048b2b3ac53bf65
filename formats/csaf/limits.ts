// SPDX-License-Identifier: EUPL-1.2
/** Bounds we choose for documents of strangers. */
export const documentLimits = {
  /** CSAF 2.1 names 150 MiB as its soft limit for one document. */
  documentBytes: 160 * 1024 * 1024,
  /** What one archive may unpack to: the whole of a large provider is some 2 GB. */
  unpackedBytes: 4 * 1024 * 1024 * 1024,
  archiveBytes: 1024 * 1024 * 1024,
  archiveFiles: 200_000,
  folderFiles: 500_000,
} as const
