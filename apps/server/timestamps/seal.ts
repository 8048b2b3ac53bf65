// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto'
import { sealable, sealName, type ZipFile } from '@schouw/core/ledger/dossiers'
import { sha256 } from '../storage/ledger/hash.ts'
import type { Storage } from '../storage/storage.ts'
import { askAuthority, NoStamp } from './authority.ts'
import type { TimestampSettings } from './settings.ts'
import { nonceBytes } from './stamp.ts'

/**
 * The files of a dossier with a token over their list, where an authority answers. It is asked once
 * for the same files: the same state keeps giving the same bytes.
 */
export async function sealedFiles(
  files: readonly ZipFile[],
  around: {
    readonly storage: Storage
    readonly settings: TimestampSettings | undefined
    readonly tenant: string
    readonly clock: () => string
  },
): Promise<readonly ZipFile[]> {
  const { storage, settings, tenant, clock } = around
  if (settings === undefined) return files
  const list = sealable(files, sha256)
  const digest = sha256(list)
  const kept = await storage.read(tenant, (db) =>
    db
      .selectFrom('dossier_seals')
      .select('token')
      .where('digest', '=', digest)
      .where('authority', '=', settings.url)
      .executeTakeFirst(),
  )
  if (kept !== undefined) return [...files, { name: sealName, bytes: kept.token }]
  const token = await tokenOver(list, settings, clock)
  if (token === undefined) return files
  await storage.write(tenant, (db) =>
    db
      .insertInto('dossier_seals')
      .values({ digest, authority: settings.url, token, at: clock() })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
  return [...files, { name: sealName, bytes: token }]
}

/** Undefined when no token is to be had now: a dossier without one is a dossier all the same. */
export async function tokenOver(
  list: Uint8Array,
  settings: TimestampSettings,
  clock: () => string,
): Promise<Uint8Array | undefined> {
  const nonce = randomBytes(nonceBytes)
  const asked = { bytes: list, nonce, nowMs: Date.parse(clock()) }
  return askAuthority(settings, asked).then(
    ({ token }) => token,
    (error) => {
      if (error instanceof NoStamp) return undefined
      throw error
    },
  )
}
