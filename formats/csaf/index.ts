// SPDX-License-Identifier: EUPL-1.2
/**
 * CSAF: security advisories as files: one document, a folder carried in from a provider, or an
 * archive of it. Gives values and their digests; what they mean is for the core to read.
 */
export { type CarriedFile, filesIn } from './files.ts'
export { documentLimits } from './limits.ts'
export {
  aggregatorListing,
  directoryListing,
  type KeyAddress,
  type Listed,
  type Listing,
  providerMetadata,
  rolieListing,
} from './provider.ts'
export { eachDocument, type JsonDocument } from './read.ts'
export { type DocumentValue, documentValue, isXml } from './value.ts'
