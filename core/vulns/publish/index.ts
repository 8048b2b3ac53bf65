// SPDX-License-Identifier: EUPL-1.2
/**
 * Publishing: advisories of one's own as CSAF, with what a provider gives beside them, and the
 * mandatory tests that a document is held against before anybody sees it.
 */
export { type Broken, brokenRules, warnings } from '../csaf/rules/index.ts'
export { baseScore } from '../cvss/base-score.ts'
export {
  csafOf,
  fileNameOf,
  type OwnAdvisory,
  type OwnProduct,
  type OwnPublisher,
  type OwnWeakness,
  type Unpublishable,
  unpublishable,
} from './csaf.ts'
export { type FeedEntry, ownFeed, ownMetadata } from './provider.ts'
