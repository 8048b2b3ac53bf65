// SPDX-License-Identifier: EUPL-1.2
import { sha256 as ownSha256 } from '@schouw/core/kernel'
import { ascii, base64, concat } from '../bytes/index.ts'
import type { Sha256 } from '../cryptography/index.ts'
import type { Commitment } from './header.ts'

/** Long enough that a payload of one known word cannot be found by trying. */
export const saltBytes = 32

// Keeps these digests apart from every other digest of the same bytes.
const label = ascii('schouw-slot/1\n')

/** A payload with what it takes to show that an entry meant it. */
export interface Slot {
  readonly slot: string
  /** 32 bytes by chance, new for each slot. */
  readonly salt: Uint8Array
  readonly bytes: Uint8Array
}

/** `undefined` for a salt of another length: the salt's end would be open. */
export function commitmentTo(slot: Slot, sha256: Sha256 = ownSha256): Commitment | undefined {
  if (slot.salt.length !== saltBytes) return undefined
  const digest = sha256(concat([label, slot.salt, slot.bytes]))
  return { slot: slot.slot, digest: base64(digest) }
}

/** In the order of a header. `undefined` for a slot twice or a salt of another length. */
export function commitmentsTo(
  slots: readonly Slot[],
  sha256: Sha256 = ownSha256,
): readonly Commitment[] | undefined {
  const found: Commitment[] = []
  for (const slot of slots) {
    const commitment = commitmentTo(slot, sha256)
    if (commitment === undefined) return undefined
    found.push(commitment)
  }
  found.sort((a, b) => (a.slot < b.slot ? -1 : 1))
  const isTwice = found.some(({ slot }, index) => index > 0 && found[index - 1].slot === slot)
  return isTwice ? undefined : found
}

export function isCommitted(
  slot: Slot,
  commit: readonly Commitment[],
  sha256: Sha256 = ownSha256,
): boolean {
  const made = commitmentTo(slot, sha256)
  return commit.some((one) => one.slot === made?.slot && one.digest === made.digest)
}
