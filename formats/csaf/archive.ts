// SPDX-License-Identifier: EUPL-1.2
import { Unzip, UnzipInflate } from 'fflate'
import { documentLimits } from './limits.ts'

export type ArchiveTrouble = 'damaged' | 'unpacks-too-large' | 'too-many-files'

/**
 * Hands on the JSON files of a zip one by one, each as soon as it is whole; returns what was wrong.
 * What comes out is counted while it comes: sizes in a zip may lie.
 */
export function eachInZip(
  bytes: Uint8Array,
  take: (name: string, content: Uint8Array | 'too-large') => void,
): ArchiveTrouble | undefined {
  let total = 0
  let files = 0
  let trouble: ArchiveTrouble | undefined
  const unzip = new Unzip((file) => {
    if (!/\.(?:json|xml)$/i.test(file.name) || trouble !== undefined) return
    files += 1
    if (files > documentLimits.archiveFiles) {
      trouble = 'too-many-files'
      return
    }
    let chunks: Uint8Array[] = []
    let size = 0
    file.ondata = (error, chunk, isLast) => {
      if (error !== null) {
        trouble = 'damaged'
        return
      }
      size += chunk.length
      total += chunk.length
      if (total > documentLimits.unpackedBytes) trouble = 'unpacks-too-large'
      if (size > documentLimits.documentBytes || trouble !== undefined) {
        chunks = []
        file.terminate()
        if (trouble === undefined) take(file.name, 'too-large')
        return
      }
      chunks.push(chunk)
      if (isLast) take(file.name, Buffer.concat(chunks))
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    const step = 64 * 1024
    for (let at = 0; at < bytes.length && trouble === undefined; at += step) {
      unzip.push(bytes.subarray(at, at + step), at + step >= bytes.length)
    }
  } catch {
    return trouble ?? 'damaged'
  }
  return trouble
}
