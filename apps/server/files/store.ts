// SPDX-License-Identifier: EUPL-1.2
/**
 * Files: evidence, captures and packs, each under the SHA-256 of its bytes and apart for every
 * tenant. Bytes are streamed through a temporary file, judged by what they are, and kept in a folder
 * or in a store that speaks S3.
 */
import type { Readable } from 'node:stream'

/** Bytes from `from` up to and including `to`, as HTTP counts them. */
export interface ByteRange {
  readonly from: number
  readonly to: number
}

/** Where bytes lie. Names are digests in hex; what is under a name never changes. */
export interface FileStore {
  readonly name: 'folder' | 's3'
  /** Takes over a file that lies complete on this disk; afterwards it is gone from there. */
  put(tenant: string, digest: string, path: string): Promise<void>
  /** Undefined when there is none. */
  size(tenant: string, digest: string): Promise<number | undefined>
  /** Undefined when there is none. */
  open(tenant: string, digest: string, range?: ByteRange): Promise<Readable | undefined>
  /** Of what is not there: nothing happens. */
  remove(tenant: string, digest: string): Promise<void>
}
