// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createPrivateKey, hash, sign } from 'node:crypto'
import { describe, it } from 'node:test'
import { bytesOfText } from '@schouw/fixtures/vectors'
import fc from 'fast-check'
import { base64, concat } from '../bytes/index.ts'
import { type Crypto, pure } from '../cryptography/index.ts'
import {
  commitmentsTo,
  type Header,
  headerBytes,
  keyChange,
  type PayloadErased,
  type Slot,
} from '../entries/index.ts'
import { noteKey, type Signer, signCheckpoint } from '../notes/index.ts'
import { type Tile, TileTree, tilesOf } from '../tiles/index.ts'
import { leafHash } from '../trees/index.ts'
import { Audit, type AuditReport } from './index.ts'

const origin = 'ledger.example/t-01'
const sha256 = (bytes: Uint8Array) => new Uint8Array(hash('sha256', bytes, 'buffer'))

/** The platform's digest: what a server hands in. */
const crypto: Crypto = {
  digest: (name, bytes) => (name === 'sha256' ? sha256(bytes) : pure.digest(name, bytes)),
  verify: (check) => pure.verify(check),
}

function signer(fill: number, name = origin): Signer {
  const seed = Buffer.alloc(32, fill)
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed])
  const secret = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const x = secret.export({ format: 'jwk' }).x ?? ''
  const key = noteKey(name, 'ed25519', new Uint8Array(Buffer.from(x, 'base64url')))
  assert.ok(key.ok)
  return { key: key.value, sign: (message) => new Uint8Array(sign(null, message, secret)) }
}

const first = signer(1)
const second = signer(2, `${origin}/2`)

interface Store {
  entries: { header: Uint8Array; slots: Slot[] }[]
  tiles: Tile[]
  checkpoints: Uint8Array[]
}

const changeAt = 100

/** A log with four subjects, two slots an entry, a key change and an erasure. */
function storeOf(size: number): Store {
  const tree = TileTree.empty(sha256)
  const tiles = new Map<string, Tile>()
  const store: Store = { entries: [], tiles: [], checkpoints: [] }
  const latest = new Map<string, string>()
  const name = (tile: { level: number | 'entries'; index: number; width: number }) =>
    `${tile.level}/${tile.index}/${tile.width}`
  for (let index = 0; index < size; index += 1) {
    const slots: Slot[] = []
    const header = headerOf(index, slots, latest)
    const bytes = headerBytes(header)
    assert.ok(bytes.ok, JSON.stringify(bytes))
    const leaf = leafHash(bytes.value, sha256)
    if ('subject' in header) latest.set(header.subject, base64(leaf))
    tree.append(leaf)
    store.entries.push({ header: bytes.value, slots })
    if (index % 64 === 63 || index === size - 1 || index + 1 === changeAt + 1) {
      for (const tile of tree.changed()) tiles.set(name(tile), tile)
      const head = { origin, size: tree.size, root: tree.root() }
      const signers = [
        ...(tree.size <= changeAt + 1 ? [first] : []),
        ...(tree.size > changeAt ? [second] : []),
      ]
      const note = signCheckpoint(head, signers)
      assert.ok(note.ok)
      store.checkpoints.push(note.value)
    }
  }
  // The erasure is in the log; the payload is gone.
  if (size > 200) store.entries[50]!.slots = store.entries[50]!.slots.slice(0, 1)
  const all = new Map(tree.partial().map((tile) => [name(tile), tile]))
  store.tiles = [...tilesOf(size)].map((id) => (tiles.get(name(id)) ?? all.get(name(id)))!)
  return store
}

function headerOf(index: number, slots: Slot[], latest: ReadonlyMap<string, string>): Header {
  const second_ = String(index % 60).padStart(2, '0')
  const shared = {
    v: 1,
    log: origin,
    actor: 'Qm1dN7xR4bC9eF5h',
    at: `2026-11-21T10:00:${second_}.000Z`,
  } as const
  if (index === 0) {
    const key = `${first.key.name}+${Buffer.from(first.key.id).toString('hex')}+${base64(concat([Uint8Array.of(1), first.key.point]))}`
    return { ...shared, type: 'log.opened', body: { key } }
  }
  if (index === changeAt) {
    const body = keyChange(origin, changeAt + 1, { former: first, next: second })
    return { ...shared, type: 'log.key-changed', body }
  }
  if (index === 200) {
    const body: PayloadErased = { ground: 'gdpr-17', entries: [{ index: 50, slots: ['record'] }] }
    return { ...shared, type: 'log.erased', body }
  }
  const salt = (slot: string) => sha256(bytesOfText(`${slot} ${index}`))
  slots.push({ slot: 'person', salt: salt('person'), bytes: bytesOfText(`person ${index}`) })
  slots.push({ slot: 'record', salt: salt('record'), bytes: bytesOfText(`record ${index}`) })
  const subject = `subject-${index % 4}`
  const prev = latest.get(subject)
  return {
    ...shared,
    type: 'risk.updated',
    register: 'risk',
    subject,
    schema: 'risk/1',
    commit: commitmentsTo(slots, sha256)!,
    ...(prev === undefined ? {} : { prev }),
  }
}

function audited(store: Store): AuditReport {
  const audit = new Audit({ origin, key: first.key }, crypto)
  for (const note of store.checkpoints) audit.checkpoint(note)
  for (const [index, entry] of store.entries.entries()) audit.entry({ index, ...entry })
  for (const tile of store.tiles) audit.tile(tile)
  return audit.finish()
}

const size = 613
const whole = storeOf(size)

function changed(edit: (store: Store) => void): AuditReport {
  const store: Store = {
    entries: whole.entries.map(({ header, slots }) => ({
      header: header.slice(),
      slots: slots.map((one) => ({ ...one, salt: one.salt.slice(), bytes: one.bytes.slice() })),
    })),
    tiles: whole.tiles.map((tile) => ({ ...tile, bytes: tile.bytes.slice() })),
    checkpoints: whole.checkpoints.map((note) => note.slice()),
  }
  edit(store)
  return audited(store)
}

const flip = (bytes: Uint8Array, bit: number) => {
  bytes[(bit >> 3) % bytes.length]! ^= 1 << (bit & 7)
}
const said = (report: AuditReport) =>
  report.findings.map(({ code, facts }) => {
    const { index, slot, path, size: at } = facts
    return [code, index ?? path ?? at, slot].filter((part) => part !== undefined).join(' ')
  })

describe('an audit', () => {
  it('finds a whole log whole, through a key change and an erasure', () => {
    const report = audited(whole)
    assert.deepEqual(report.findings, [])
    assert.deepEqual([report.isWhole, report.entries, report.unsigned], [true, size, 0])
    assert.equal(report.keys.keys.length, 2)
    assert.ok(whole.tiles.length >= 4)
  })

  it('is the same when tiles come as early as they can', () => {
    const audit = new Audit({ origin, key: first.key }, crypto)
    for (const note of whole.checkpoints) audit.checkpoint(note)
    for (const [index, entry] of whole.entries.entries()) {
      audit.entry({ index, ...entry })
      const full = whole.tiles.filter(
        (tile) => tile.level === 0 && tile.width === 256 && (tile.index + 1) * 256 === index + 1,
      )
      for (const tile of full) audit.tile(tile)
    }
    for (const tile of whole.tiles.filter((one) => one.level > 0 || one.width < 256)) {
      audit.tile(tile)
    }
    assert.ok(audit.finish().isWhole)
  })

  it('names any entry of which a bit changed, and nothing else', () => {
    fc.assert(
      fc.property(fc.nat(size - 1), fc.nat(10_000), (index, bit) => {
        const report = changed((store) => flip(store.entries[index]!.header, bit))
        assert.deepEqual(said(report), [`entry-changed ${index}`])
        assert.equal(report.isWhole, false)
      }),
      { numRuns: 60 },
    )
  })

  it('names any payload or salt of which a bit changed', () => {
    fc.assert(
      fc.property(
        fc.nat(size - 1),
        fc.nat(),
        fc.nat(10_000),
        fc.boolean(),
        (at, nth, bit, isSalt) => {
          const slots = whole.entries[at]!.slots
          if (slots.length === 0) return
          const place = nth % slots.length
          const report = changed((store) => {
            const slot = store.entries[at]!.slots[place]!
            flip(isSalt ? slot.salt : slot.bytes, bit)
          })
          assert.deepEqual(said(report), [`payload-changed ${at} ${slots[place]!.slot}`])
        },
      ),
      { numRuns: 40 },
    )
  })

  it('names any tile of which a bit changed, and where in it', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(100_000), (nth, bit) => {
        const at = nth % whole.tiles.length
        const { bytes, level, index, width } = whole.tiles[at]!
        const report = changed((store) => flip(store.tiles[at]!.bytes, bit))
        const path = `tile/${level}/00${index}${width === 256 ? '' : `.p/${width}`}`
        assert.deepEqual(said(report), [`tile-changed ${path}`])
        assert.deepEqual(report.findings[0]!.facts['offsets'], [
          Math.floor(((bit >> 3) % bytes.length) / 32),
        ])
      }),
      { numRuns: 40 },
    )
  })

  it('notices any checkpoint of which a bit changed', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(10_000), (nth, bit) => {
        const at = nth % whole.checkpoints.length
        const report = changed((store) => flip(store.checkpoints[at]!, bit))
        assert.equal(report.isWhole, false)
        assert.ok(
          report.findings.every(({ code }) => code.startsWith('checkpoint-')),
          said(report).join(),
        )
        assert.ok(report.findings.length > 0)
      }),
      { numRuns: 60 },
    )
  })

  it('names what is missing, added, in another order or brought back', () => {
    const missing = changed((store) => store.entries.splice(30, 1))
    assert.equal(missing.isWhole, false)
    const gap = new Audit({ origin, key: first.key }, crypto)
    for (const [index, entry] of whole.entries.entries())
      if (index !== 30) gap.entry({ index, ...entry })
    assert.deepEqual(said(gap.finish()).slice(0, 1), ['entry-missing 30'])
    const known = new Audit({ origin, key: first.key }, crypto)
    for (const note of whole.checkpoints) known.checkpoint(note)
    for (const [index, entry] of whole.entries.entries()) {
      if (index !== 30) known.entry({ index, ...entry })
      else known.absent(whole.tiles[0]!.bytes.slice(30 * 32, 31 * 32))
    }
    for (const one of whole.tiles) known.tile(one)
    assert.deepEqual(said(known.finish()), ['entry-missing 30'])
    const gone = changed((store) => store.entries[30]!.slots.pop())
    assert.deepEqual(said(gone), ['payload-missing 30 record'])
    const back = changed((store) => {
      const slot = {
        slot: 'record',
        salt: sha256(bytesOfText('record 50')),
        bytes: bytesOfText('record 50'),
      }
      store.entries[50]!.slots.push(slot)
    })
    assert.deepEqual(said(back), ['payload-not-erased 50 record'])
    const more = changed((store) => {
      store.entries[30]!.slots.push({
        slot: 'more',
        salt: new Uint8Array(32),
        bytes: new Uint8Array(),
      })
    })
    assert.deepEqual(said(more), ['payload-unknown 30 more'])
    const tile = changed((store) => store.tiles.pop())
    assert.match(said(tile).join(), /^tile-missing tile\/1\//)
    const swapped = changed((store) => {
      const { entries } = store
      ;[entries[30], entries[31]] = [entries[31]!, entries[30]!]
    })
    assert.deepEqual(said(swapped), ['entry-changed 30', 'entry-changed 31'])
  })

  it('tells a rewritten history by a checkpoint that somebody kept', () => {
    const rewritten = storeOf(size)
    const early = whole.checkpoints[3]!
    const other = signCheckpoint({ origin, size: 256, root: sha256(new Uint8Array()) }, [second])
    assert.ok(other.ok)
    const report = audited({
      ...rewritten,
      checkpoints: [early, other.value, ...rewritten.checkpoints],
    })
    assert.deepEqual(said(report), ['checkpoint-root-differs 256'])
  })

  it('says how many entries no checkpoint covers yet', () => {
    const report = changed((store) => store.checkpoints.pop())
    assert.deepEqual(report.findings, [])
    assert.deepEqual([report.isWhole, report.unsigned], [false, size - 576])
  })

  it('does not trust a first key that the log brings itself', () => {
    const audit = new Audit({ origin, key: second.key }, crypto)
    for (const [index, entry] of storeOf(3).entries.entries()) audit.entry({ index, ...entry })
    assert.match(said(audit.finish()).join(), /^key-change-refused 0/)
  })

  it('takes any bytes without throwing', () => {
    const bytes = fc.uint8Array({ maxLength: 40 })
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), bytes, fc.nat(5)), { maxLength: 12 }), (steps) => {
        const audit = new Audit({ origin, key: first.key }, crypto)
        for (const [kind, raw, index] of steps) {
          if (kind === 0) audit.checkpoint(raw)
          else if (kind === 1) audit.tile({ level: index % 2, index, width: 1 + index, bytes: raw })
          else audit.entry({ index, header: raw, slots: [{ slot: 'a', salt: raw, bytes: raw }] })
        }
        assert.equal(audit.finish().isWhole, steps.length === 0)
      }),
    )
  })
})
