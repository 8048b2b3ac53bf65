// SPDX-License-Identifier: EUPL-1.2
import {
  directoryListing,
  type KeyAddress,
  type Listed,
  providerMetadata,
  rolieListing,
} from '@schouw/formats/csaf'
import type { Outside } from './bounds.ts'
import { get } from './get.ts'

interface Found {
  readonly keys: readonly KeyAddress[]
  readonly documents: readonly Listed[]
  readonly problems: readonly { readonly path: string; readonly found: string }[]
}

/**
 * Everything a provider says it has: by the feeds its metadata names, else by the lists in its
 * folders. The address may be of the metadata, of a feed, or of a folder.
 */
export async function listedBy(outside: Outside, url: string): Promise<Found> {
  const problems: { path: string; found: string }[] = []
  const documents = new Map<string, Listed>()
  const take = ({ documents: some, refused }: ReturnType<typeof directoryListing>, at: string) => {
    for (const one of some) documents.set(one.url, one)
    for (const text of refused.slice(0, 20)) {
      problems.push({ path: at, found: `not beneath it: ${text}` })
    }
  }
  const json = async (at: string): Promise<unknown> => {
    const got = await get({ ...outside, url: at, mostBytes: outside.bounds.listBytes })
    if (!('bytes' in got)) {
      problems.push({ path: at, found: 'fault' in got ? got.fault : 'unchanged' })
      return undefined
    }
    try {
      return JSON.parse(got.bytes.toString('utf8'))
    } catch {
      problems.push({ path: at, found: 'not JSON' })
      return undefined
    }
  }
  if (url.endsWith('/')) {
    await takeDirectory(outside, url, take, problems)
    return { documents: [...documents.values()], keys: [], problems }
  }
  const value = await json(url)
  const metadata = providerMetadata(value)
  const feed = rolieListing(value, url)
  if (feed !== undefined) take(feed, url)
  else if (metadata === undefined && value !== undefined) {
    problems.push({ path: url, found: 'neither metadata of a provider nor a feed' })
  }
  for (const { rolie, directory } of metadata?.distributions ?? []) {
    for (const at of rolie) {
      const told = rolieListing(await json(at), at)
      if (told !== undefined) take(told, at)
    }
    if (rolie.length === 0 && directory !== null) {
      await takeDirectory(outside, directory, take, problems)
    }
  }
  return { documents: [...documents.values()], keys: metadata?.keys ?? [], problems }
}

async function takeDirectory(
  outside: Outside,
  directory: string,
  take: (listing: ReturnType<typeof directoryListing>, at: string) => void,
  problems: { path: string; found: string }[],
): Promise<void> {
  const base = directory.endsWith('/') ? directory : `${directory}/`
  for (const name of ['changes.csv', 'index.txt']) {
    if (!URL.canParse(name, base)) break
    const url = new URL(name, base).href
    const got = await get({ ...outside, url, mostBytes: outside.bounds.listBytes })
    if ('bytes' in got) {
      take(directoryListing(got.bytes.toString('utf8'), base), url)
      return
    }
    if ('fault' in got && got.fault !== 'status-404') problems.push({ path: url, found: got.fault })
  }
  if (problems.length === 0)
    problems.push({ path: base, found: 'neither changes.csv nor index.txt' })
}
