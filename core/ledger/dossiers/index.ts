// SPDX-License-Identifier: EUPL-1.2
/**
 * Dossiers: a log with its signatures, times, proofs and documents in one file, laid out as ASiC-E,
 * written in one form and judged offline. `docs/formats/dossier.md`.
 */
export {
  type Description,
  descriptionIn,
  dossierSchema,
  type Scope,
  scopes,
} from './description.ts'
export { type Beside, type JudgedFile, judgeFile } from './file.ts'
export { judgeDossier } from './judge.ts'
export {
  containerOf,
  manifestName,
  manifestOf,
  mediaType,
  mediaTypeName,
  sealable,
  sealName,
} from './manifest.ts'
export { headersFile, payloadBytes, type ShownEntry } from './payloads.ts'
export { inOrder, readZip, writeZip, type ZipFile } from './zip.ts'
