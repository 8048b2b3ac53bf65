// SPDX-License-Identifier: EUPL-1.2
// What the page is made of, with a handle on each part: a browser answers for the arithmetic what
// the command's process does.
import { fromBase64, fromHex, utf8Bytes } from '@schouw/core/ledger/bytes'
import { holds, pure } from '@schouw/core/ledger/cryptography'
import { parseCanonical } from '@schouw/core/ledger/json'
import { parseTilePath } from '@schouw/core/ledger/tiles'
import { isConsistent, isIncluded } from '@schouw/core/ledger/trees'

const none = new Uint8Array()
const hexBytes = (text: string) => fromHex(text) ?? none
const bytes = (text: string | null) => fromBase64(text ?? '') ?? none
const list = (texts: readonly string[] | null) => (texts ?? []).map(bytes)

/** One answer to each vector, in their order. */
export function answers(vectors: any): Readonly<Record<string, readonly boolean[]>> {
  return {
    ed25519: vectors.ed25519.map(({ key, sig, msg }: any) =>
      holds(pure, {
        key: { kind: 'ed25519', point: hexBytes(key) },
        scheme: { name: 'ed25519' },
        message: utf8Bytes(msg) ?? none,
        signature: hexBytes(sig),
      }),
    ),
    inclusion: vectors.inclusion.map((one: any) =>
      isIncluded(
        {
          ...{ index: one.leafIdx, size: one.treeSize, leaf: bytes(one.leafHash) },
          ...{ root: bytes(one.root), proof: list(one.proof) },
        },
        (message) => pure.digest('sha256', message),
      ),
    ),
    consistency: vectors.consistency.map((one: any) =>
      isConsistent(
        {
          ...{ oldSize: one.size1, newSize: one.size2, proof: list(one.proof) },
          ...{ oldRoot: bytes(one.root1), newRoot: bytes(one.root2) },
        },
        (message) => pure.digest('sha256', message),
      ),
    ),
    json: vectors.json.map((text: string) => parseCanonical(utf8Bytes(text) ?? none).ok),
    paths: vectors.paths.map((path: string) => parseTilePath(path) !== undefined),
  }
}

Object.assign(globalThis, { answers })
