// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { hex } from '@schouw/core/kernel'
import { ledgerVectors } from '@schouw/fixtures/ledger'
import { bytesOfHex, bytesOfText } from '@schouw/fixtures/vectors'
import fc from 'fast-check'
import { utf8Text } from '../bytes/index.ts'
import { pure } from '../cryptography/index.ts'
import {
  openCheckpoint,
  parseProofFile,
  parseVerifierKey,
  verifyProofFile,
} from '../notes/index.ts'
import { leafHash } from '../trees/index.ts'
import {
  commitmentsTo,
  commitmentTo,
  type Header,
  headerBytes,
  isCommitted,
  isLogHeader,
  type KeyChanged,
  type KeyHistory,
  keyHistory,
  keysAt,
  parseHeader,
  type RecordHeader,
  withKeyChange,
} from './index.ts'

const golden = join(import.meta.dirname, '../../../fixtures/ledger/golden/entries.json')
const vectors: ReturnType<typeof ledgerVectors> = JSON.parse(readFileSync(golden, 'utf8'))
const slotOf = (one: { slot: string; saltHex: string; payloadHex: string }) => ({
  slot: one.slot,
  salt: bytesOfHex(one.saltHex),
  bytes: bytesOfHex(one.payloadHex),
})
const headerAt = (index: number): Header => {
  const parsed = parseHeader(bytesOfText(vectors.entries[index]!.header))
  assert.ok(parsed.ok)
  return parsed.value
}

function historyAfter(): KeyHistory {
  const first = parseVerifierKey(vectors.keys[0]!.vkey)
  const header = headerAt(4)
  assert.ok(first.ok && isLogHeader(header))
  const history = withKeyChange(
    keyHistory(vectors.origin, first.value),
    header.body as KeyChanged,
    4,
    pure,
  )
  assert.ok(history.ok, JSON.stringify(history))
  return history.value
}

describe('the format’s vectors', () => {
  it('are those that are made from its description', () => {
    assert.deepEqual(vectors, JSON.parse(JSON.stringify(ledgerVectors())))
  })

  it('have the same bytes, leaves and commitments here', () => {
    for (const { header, leafHex, slots } of vectors.entries) {
      const bytes = bytesOfText(header)
      const parsed = parseHeader(bytes)
      assert.ok(parsed.ok, `${header} ${JSON.stringify(parsed)}`)
      const again = headerBytes(parsed.value)
      assert.equal(again.ok && utf8Text(again.value), header)
      assert.equal(hex(leafHash(bytes)), leafHex)
      for (const one of slots ?? []) {
        assert.equal(commitmentTo(slotOf(one))?.digest, one.digest)
        assert.ok(isCommitted(slotOf(one), (parsed.value as RecordHeader).commit))
      }
      if (!isLogHeader(parsed.value)) {
        assert.deepEqual(commitmentsTo((slots ?? []).map(slotOf)), parsed.value.commit)
      }
    }
  })

  it('refuse with their reason and path', () => {
    for (const { header, refusal, path } of vectors.refused) {
      const parsed = parseHeader(bytesOfText(header))
      assert.deepEqual(
        parsed.ok ? 'accepted' : [parsed.refusal, parsed.facts['path']],
        [refusal, path],
        header,
      )
    }
  })

  it('open their checkpoints with the keys of each size, and prove an entry', () => {
    const history = historyAfter()
    const isOpen = ({ size, note }: { size: number; note: string }) => {
      const keys = keysAt(history, size)
      const opened = openCheckpoint(bytesOfText(note), keys, pure)
      return (
        opened.ok &&
        keys.keys.every((key) => opened.value.note.verified.some((one) => one.key === key))
      )
    }
    for (const one of vectors.checkpoints) assert.ok(isOpen(one), `size ${one.size}`)
    for (const one of vectors.refusedCheckpoints) assert.equal(isOpen(one), false, one.why)
    const file = parseProofFile(bytesOfText(vectors.proof))
    assert.ok(file.ok)
    const leaf = bytesOfHex(vectors.entries[3]!.leafHex)
    assert.ok(verifyProofFile(file.value, leaf, { logs: [keysAt(history, 7)] }, pure).ok)
    assert.equal(verifyProofFile(file.value, leaf, { logs: [keysAt(history, 5)] }, pure).ok, false)
  })
})

describe('headers', () => {
  it('change their leaf with every byte, and are refused or mean something else', () => {
    const { header } = vectors.entries[3]!
    const bytes = bytesOfText(header)
    for (let at = 0; at < bytes.length; at += 1) {
      const changed: Uint8Array = Uint8Array.from(bytes)
      changed[at]! ^= 1
      const parsed = parseHeader(changed)
      if (parsed.ok) {
        const again = headerBytes(parsed.value)
        assert.deepEqual(again.ok && again.value, changed)
        assert.notDeepEqual(parsed.value, headerAt(3))
      }
    }
  })

  it('take any bytes without throwing', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => !parseHeader(bytes).ok))
    fc.assert(
      fc.property(fc.constantFrom(...vectors.entries), fc.json(), fc.nat(), (entry, json, at) => {
        const names = Object.keys(JSON.parse(entry.header))
        const name = names[at % names.length]!
        const mixed = { ...JSON.parse(entry.header), [name]: JSON.parse(json) }
        headerBytes(mixed)
        parseHeader(bytesOfText(JSON.stringify(mixed)))
      }),
      { numRuns: 1500 },
    )
  })

  it('have a bound', () => {
    const header = headerAt(3) as RecordHeader
    const digest = header.commit[0]!.digest
    const many = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ slot: `s${String(i).padStart(3, '0')}`, digest }))
    assert.ok(headerBytes({ ...header, commit: many(64) }).ok)
    assert.equal(headerBytes({ ...header, commit: many(65) }).ok, false)
  })
})

describe('commitments', () => {
  it('hold for one slot, one salt, one payload', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.uint8Array({ maxLength: 64 }),
        fc.nat(),
        (salt, bytes, at) => {
          const slot = { slot: 'record', salt, bytes }
          const made = commitmentTo(slot)
          assert.ok(made && isCommitted(slot, [made]))
          const all = Uint8Array.from([...salt, ...bytes])
          all[at % all.length]! ^= 1 + (at % 255)
          const changed = { slot: 'record', salt: all.slice(0, 32), bytes: all.slice(32) }
          assert.equal(isCommitted(changed, [made]), false)
          assert.equal(isCommitted({ ...slot, slot: 'person' }, [made]), false)
          // Bytes moved from the payload to the salt would give the same digest.
          if (bytes.length > 0) {
            const moved = {
              slot: 'record',
              salt: Uint8Array.from([...salt, bytes[0]!]),
              bytes: bytes.slice(1),
            }
            assert.equal(isCommitted(moved, [made]), false)
          }
        },
      ),
    )
  })

  it('are sorted, and one a slot', () => {
    const slot = (name: string) => ({
      slot: name,
      salt: new Uint8Array(32),
      bytes: new Uint8Array(),
    })
    const sorted = commitmentsTo([slot('b'), slot('a')])
    assert.deepEqual(
      sorted?.map((one) => one.slot),
      ['a', 'b'],
    )
    assert.equal(commitmentsTo([slot('a'), slot('a')]), undefined)
    assert.equal(commitmentsTo([{ ...slot('a'), salt: new Uint8Array(31) }]), undefined)
  })
})

describe('key changes', () => {
  it('need both keys, a later size, and a new key', () => {
    const first = parseVerifierKey(vectors.keys[0]!.vkey)
    const header = headerAt(4)
    assert.ok(first.ok && isLogHeader(header))
    const change = header.body as KeyChanged
    const start = keyHistory(vectors.origin, first.value)
    const refusal = (history: KeyHistory, one: KeyChanged, index = 4) => {
      const changed = withKeyChange(history, one, index, pure)
      return changed.ok ? undefined : changed.refusal
    }
    assert.equal(refusal(start, change), undefined)
    assert.equal(refusal(start, change, 6), 'key-change-from')
    assert.equal(refusal(start, { ...change, from: 7 }), 'key-change-signature')
    assert.equal(refusal(start, { ...change, byNew: change.byFormer }), 'key-change-signature')
    assert.equal(refusal(start, { ...change, byFormer: change.byNew }), 'key-change-signature')
    assert.equal(refusal(start, { ...change, key: vectors.keys[0]!.vkey }), 'key-change-key')
    assert.equal(refusal(historyAfter(), change), 'key-change-key')
    assert.equal(refusal({ ...start, origin: 'other' }, change), 'key-change-signature')
  })
})
