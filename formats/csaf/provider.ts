// SPDX-License-Identifier: EUPL-1.2
// What a provider of advisories says it has: its metadata, a ROLIE feed, or a folder with a list.
// Everything in it is a stranger's text; addresses are only taken where they can be read as such.

export interface Distribution {
  readonly rolie: readonly string[]
  readonly directory: string | null
}

/** Where a provider says its key is, and which it is. */
export interface KeyAddress {
  /** Hexadecimal, capitals; empty where it does not say. */
  readonly fingerprint: string
  readonly url: string
}

export interface ProviderMetadata {
  readonly publisher: string
  readonly keys: readonly KeyAddress[]
  readonly distributions: readonly Distribution[]
}

/** One document as a list names it. */
export interface Listed {
  readonly url: string
  /** UTC to the millisecond; empty where the list does not say. */
  readonly updated: string
  /** Where its digest and its signature are said to be; else they are looked for beside it. */
  readonly hash: string | null
  readonly signature: string | null
}

export interface Listing {
  readonly documents: readonly Listed[]
  /** Lines or entries that name nothing that may be fetched. */
  readonly refused: readonly string[]
}

/** Undefined where it is no metadata of a provider. */
export function providerMetadata(value: unknown): ProviderMetadata | undefined {
  const publisher = textIn(memberOf(value, 'publisher'), 'name')
  const listed = memberOf(value, 'distributions')
  if (!Array.isArray(listed) || memberOf(value, 'publisher') === undefined) return undefined
  const distributions = listed.slice(0, most.distributions).map((one): Distribution => {
    const feeds = memberOf(memberOf(one, 'rolie'), 'feeds')
    const urls = (Array.isArray(feeds) ? feeds : []).slice(0, most.feeds)
    const directory = textIn(one, 'directory_url')
    return {
      rolie: urls.map((feed) => textIn(feed, 'url')).filter((url) => url !== ''),
      directory: directory === '' ? null : directory,
    }
  })
  const keys = memberOf(value, 'public_openpgp_keys')
  return {
    publisher,
    distributions,
    keys: (Array.isArray(keys) ? keys : []).slice(0, most.keys).map((one) => ({
      fingerprint: textIn(one, 'fingerprint').replaceAll(/\s/g, '').toUpperCase(),
      url: textIn(one, 'url'),
    })),
  }
}

/** Who publishes, as a list of providers says (an aggregator or a lister). */
export interface ListedProvider {
  readonly name: string
  /** Of its metadata. */
  readonly url: string
  readonly role: string
}

/** An aggregator's list; undefined where it is none. */
export function aggregatorListing(
  value: unknown,
  at: string,
): readonly ListedProvider[] | undefined {
  if (memberOf(value, 'aggregator') === undefined) return undefined
  const found = new Map<string, ListedProvider>()
  for (const part of ['csaf_providers', 'csaf_publishers']) {
    const listed = memberOf(value, part)
    for (const one of (Array.isArray(listed) ? listed : []).slice(0, most.providers)) {
      const metadata = memberOf(one, 'metadata')
      const url = addressOf(textIn(metadata, 'url'), at)
      if (url === null) continue
      const name = textIn(memberOf(metadata, 'publisher'), 'name').slice(0, 200)
      found.set(url, { name, url, role: textIn(metadata, 'role').slice(0, 50) })
    }
  }
  return [...found.values()]
}

/** A ROLIE feed in JSON (RFC 8322); undefined where it is none. Relative addresses are of the feed. */
export function rolieListing(value: unknown, feed: string): Listing | undefined {
  const entries = memberOf(memberOf(value, 'feed'), 'entry')
  if (!Array.isArray(entries)) return undefined
  const documents: Listed[] = []
  const refused: string[] = []
  for (const entry of entries.slice(0, most.documents)) {
    const links = memberOf(entry, 'link')
    const linked = (relation: string) =>
      (Array.isArray(links) ? links : [])
        .filter((link) => textIn(link, 'rel') === relation)
        .map((link) => textIn(link, 'href'))
    const said = textIn(memberOf(entry, 'content'), 'src') || linked('self')[0] || ''
    const url = addressOf(said, feed)
    if (url === null) {
      refused.push(said.slice(0, 200))
      continue
    }
    // The stronger of two, where there are two.
    const hashes = linked('hash').toSorted(
      (a, b) => Number(/512$/.test(b)) - Number(/512$/.test(a)),
    )
    documents.push({
      url,
      updated: instantOf(textIn(entry, 'updated')),
      hash: addressOf(hashes[0] ?? '', feed),
      signature: addressOf(linked('signature')[0] ?? '', feed),
    })
  }
  return { documents, refused }
}

/** `changes.csv`: a path and when it changed; or `index.txt`: paths alone. Only what lies beneath. */
export function directoryListing(text: string, directory: string): Listing {
  const base = directory.endsWith('/') ? directory : `${directory}/`
  const documents: Listed[] = []
  const refused: string[] = []
  for (const line of text.split(/\r?\n/).slice(0, most.documents)) {
    if (line.trim() === '') continue
    const [, quoted, bare, at] =
      /^(?:"([^"]*)"|([^",]*))(?:,"?([^",]*)"?)?$/.exec(line.trim()) ?? []
    const path = quoted ?? bare ?? ''
    const url = beneath(path, base)
    if (url === null) refused.push(line.slice(0, 200))
    else documents.push({ url, updated: instantOf(at ?? ''), hash: null, signature: null })
  }
  return { documents, refused }
}

const most = {
  distributions: 50,
  feeds: 50,
  documents: 200_000,
  keys: 20,
  providers: 2_000,
} as const

/** A path that climbs, names a host or hides a separator leaves the folder and is refused. */
function beneath(path: string, base: string): string | null {
  if (!/\.json$/i.test(path) || /^[/\\]|^[a-z][a-z0-9+.-]*:|\\|%2f|%5c|[?#]/i.test(path))
    return null
  if (path.split('/').some((part) => /^(?:\.|%2e){1,2}$/i.test(part) || part === '')) return null
  const url = addressOf(path, base)
  return url?.startsWith(base) === true ? url : null
}

function addressOf(text: string, base: string): string | null {
  if (text === '' || !URL.canParse(text, base)) return null
  const url = new URL(text, base)
  return /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
    ? url.href
    : null
}

function instantOf(text: string): string {
  const at = Date.parse(text)
  return Number.isNaN(at) ? '' : new Date(at).toISOString()
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined
}

function textIn(value: unknown, name: string): string {
  const found = memberOf(value, name)
  return typeof found === 'string' ? found : ''
}
