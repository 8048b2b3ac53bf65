// SPDX-License-Identifier: EUPL-1.2
// What a provider of advisories gives beside them: its metadata and its feed.
import type { OwnPublisher } from './csaf.ts'

/** Metadata of a trusted provider without signatures is metadata of a provider: no more is claimed. */
export function ownMetadata(given: {
  readonly publisher: OwnPublisher
  /** Of the metadata itself, and of the feed. */
  readonly url: string
  readonly feed: string
  readonly updatedAt: string
}): object {
  const { publisher, url, feed, updatedAt } = given
  return {
    canonical_url: url,
    distributions: [
      { rolie: { feeds: [{ summary: 'TLP:WHITE', tlp_label: 'WHITE', url: feed }] } },
    ],
    last_updated: updatedAt,
    list_on_CSAF_aggregators: false,
    metadata_version: '2.0',
    mirror_on_CSAF_aggregators: false,
    publisher: {
      category: 'vendor',
      ...(publisher.contact === '' ? {} : { contact_details: publisher.contact }),
      name: publisher.name,
      namespace: publisher.namespace,
    },
    role: 'csaf_publisher',
  }
}

export interface FeedEntry {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly url: string
  readonly publishedAt: string
  readonly updatedAt: string
}

export function ownFeed(given: {
  readonly url: string
  readonly title: string
  readonly updatedAt: string
  readonly entries: readonly FeedEntry[]
}): object {
  const { url, title, updatedAt, entries } = given
  return {
    feed: {
      id: 'schouw-csaf-feed-tlp-white',
      title,
      link: [{ rel: 'self', href: url }],
      category: [{ scheme: 'urn:ietf:params:rolie:category:information-type', term: 'csaf' }],
      updated: updatedAt,
      entry: entries.map((one) => ({
        id: one.id,
        title: one.title,
        link: [
          { rel: 'self', href: one.url },
          { rel: 'hash', href: `${one.url}.sha256` },
          { rel: 'hash', href: `${one.url}.sha512` },
        ],
        published: one.publishedAt,
        updated: one.updatedAt,
        summary: { content: one.summary },
        content: { type: 'application/json', src: one.url },
        format: {
          schema: 'https://docs.oasis-open.org/csaf/csaf/v2.0/csaf_json_schema.json',
          version: '2.0',
        },
      })),
    },
  }
}
