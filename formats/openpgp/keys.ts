// SPDX-License-Identifier: EUPL-1.2
import type { Key } from 'openpgp'

/** A key that says who signs with it; whether that is so, somebody has to find out elsewhere. */
export interface PublishedKey {
  /** Of the primary key: 40 or 64 digits, hexadecimal, capitals. */
  readonly fingerprint: string
  /** What the key says of its owner, a stranger's text of at most 300 characters. */
  readonly owner: string
  /** The key alone, in ASCII armour. */
  readonly armoured: string
  /** UTC, ISO 8601. */
  readonly madeAt: string
}

const mostKeys = 50

/** Public keys, armoured or as bytes; none where there is nothing of the kind or a private one. */
export async function readKeys(bytes: Uint8Array): Promise<readonly PublishedKey[]> {
  const { readKeys: read } = await import('openpgp')
  const text = Buffer.from(bytes).toString('latin1')
  const isArmoured = /-----BEGIN PGP /.test(text)
  const reading = isArmoured
    ? read({ armoredKeys: text })
    : read({ binaryKeys: new Uint8Array(bytes) })
  const keys = await reading.catch((): Key[] => [])
  return keys
    .filter((key) => !key.isPrivate())
    .slice(0, mostKeys)
    .map((key) => ({
      fingerprint: key.getFingerprint().toUpperCase(),
      owner: key.getUserIDs().join(', ').slice(0, 300),
      armoured: key.armor(),
      madeAt: key.getCreationTime().toISOString(),
    }))
}
