// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { generateKeyPairSync, hash, sign } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { base64, fromBase64, fromHex } from '../bytes/index.ts'
import { pure } from '../cryptography/index.ts'
import { commitmentsTo, headerBytes } from '../entries/index.ts'
import {
  cosignatureLine,
  noteKey,
  parseVerifierKey,
  proofFile,
  type Signer,
  signCheckpoint,
} from '../notes/index.ts'
import { Frontier, inclusionProof, leafHash } from '../trees/index.ts'
import {
  fileKind,
  judgeApproval,
  judgeCheckpoint,
  judgeProof,
  judgeProofFile,
  judgeTimestamp,
  stampedPart,
  type Trust,
  type Verdict,
} from './index.ts'

const sha256 = (bytes: Uint8Array) => hash('sha256', bytes, 'buffer')
const origin = 'ledger.example/log'

function signerNamed(name: string, type: 'ed25519' | 'cosignature' = 'ed25519'): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const point = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32))
  const key = noteKey(name, type, point)
  assert.ok(key.ok)
  return { key: key.value, sign: (message) => sign(null, message, privateKey) }
}

const log = signerNamed(origin)
const witness = signerNamed('witness.example/w', 'cosignature')
const trust: Trust = { keys: [log.key], nowMs: Date.parse('2027-01-01T00:00:00Z') }

const salt = (n: number) => sha256(Buffer.from(`salt ${n}`))
const slots = [
  { slot: 'entry', salt: salt(1), bytes: Buffer.from('{"action":"create"}') },
  { slot: 'personal-name', salt: salt(2), bytes: Buffer.from('{"name":"A"}') },
]

/** A proof of the entry at 3 among 7, as the server would give it. */
function made() {
  const header = headerBytes({
    v: 1,
    log: origin,
    type: 'site.create',
    register: 'site',
    subject: '0190a000-0000-7000-8000-000000000001',
    actor: 'system',
    at: '2026-11-21T12:00:00.000Z',
    schema: 'site/1',
    commit: commitmentsTo(slots, sha256) ?? [],
  })
  assert.ok(header.ok)
  const leaves = Array.from({ length: 7 }, (_, n) => leafHash(Buffer.from(`entry ${n}`), sha256))
  leaves[3] = leafHash(header.value, sha256)
  const tree = Frontier.empty(sha256)
  for (const leaf of leaves) tree.append(leaf)
  const root = tree.root()
  const nodes = (node: { readonly height: number; readonly index: number }) => {
    const part = Frontier.empty(sha256)
    const width = 2 ** node.height
    for (const leaf of leaves.slice(node.index * width, (node.index + 1) * width)) part.append(leaf)
    return part.root()
  }
  const proof = inclusionProof(3, 7, nodes as never, sha256)
  assert.ok(proof)
  const checkpoint = signCheckpoint({ origin, size: 7, root }, [log])
  assert.ok(checkpoint.ok)
  const note = Buffer.from(checkpoint.value)
  const body = {
    schema: 'schouw/proof/1',
    index: 3,
    size: 7,
    root: base64(root),
    leaf: base64(leaves[3]),
    header: base64(header.value),
    proof: proof.map(base64),
    slots: slots.map((one) => ({
      slot: one.slot,
      salt: base64(one.salt),
      bytes: base64(one.bytes),
    })),
    checkpoint: note.toString('utf8'),
  }
  return { body, header: header.value, proof, note }
}

const whole = made()
const states = (verdict: Verdict) => verdict.layers.map(({ layer, state }) => `${layer} ${state}`)
const codes = (verdict: Verdict) => verdict.findings.map(({ code }) => code)
const text = (body: unknown) => Buffer.from(JSON.stringify(body))

describe('the verdict on a proof', () => {
  it('is proven with the key, and unproven without one', () => {
    const verdict = judgeProof(text(whole.body), trust, pure)
    assert.deepEqual(codes(verdict), [])
    assert.deepEqual(states(verdict), [
      'entry proven',
      'payloads proven',
      'inclusion proven',
      'signature proven',
      'witnesses not-claimed',
      'timestamp not-claimed',
    ])
    assert.ok(verdict.isProven)
    const blind = judgeProof(text(whole.body), { ...trust, keys: [] }, pure)
    assert.deepEqual([codes(blind), blind.isProven], [['key-missing'], false])
    const other = judgeProof(text(whole.body), { ...trust, keys: [signerNamed(origin).key] }, pure)
    assert.deepEqual([codes(other), other.isProven], [['note-unverified'], false])
  })

  it('is never proven when a byte of the file says something else', () => {
    const bytes = text(whole.body)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ mask
        const kind = fileKind(changed)
        assert.ok(kind !== 'proof' || !judgeProof(changed, trust, pure).isProven, `byte ${at}`)
      }),
      { numRuns: 600 },
    )
  })

  it('names what is not as it should be', () => {
    const changed = (part: object) =>
      codes(judgeProof(text({ ...whole.body, ...part }), trust, pure))
    const [first, second] = whole.body.slots
    assert.deepEqual(changed({ index: 4 }), ['proof-does-not-lead'])
    assert.deepEqual(changed({ size: 8 }), ['head-differs'])
    assert.deepEqual(changed({ leaf: whole.body.root }), ['leaf-differs'])
    assert.deepEqual(changed({ slots: [first, first] }), ['payload-changed'])
    assert.deepEqual(changed({ slots: [{ ...first, salt: second?.salt }] }), ['payload-changed'])
    assert.deepEqual(changed({ slots: [{ ...first, slot: 'x' }] }), ['payload-unknown'])
    assert.deepEqual(changed({ slots: [] }), [])
    assert.deepEqual(changed({ extra: 1 }), ['proof-member'])
    assert.deepEqual(changed({ proof: 'x' }), ['proof-member'])
    assert.deepEqual(changed({ stamped: { checkpoint: '', proof: [], token: '' } }), [
      'note-without-signatures',
    ])
  })

  it('takes any bytes without throwing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.jsonValue(), (bytes, value) => {
        for (const one of [bytes, text(value), text({ ...whole.body, slots: value })]) {
          fileKind(one)
          judgeProof(one, trust, pure)
          judgeApproval(one, {}, pure)
          judgeCheckpoint(one, trust, pure)
          judgeProofFile(one, one, trust, pure)
          judgeTimestamp(one, one, trust, pure)
        }
      }),
    )
  })
})

describe('the verdict on a checkpoint', () => {
  it('tells witnesses apart from the log, and wants as many as were asked for', () => {
    const head = whole.note.toString('utf8')
    const line = cosignatureLine(
      head.slice(0, head.lastIndexOf('\n\n') + 1),
      witness,
      1_790_000_000,
    )
    const note = Buffer.from(`${head}${line}`)
    const alone = judgeCheckpoint(note, trust, pure)
    assert.deepEqual(states(alone), ['signature proven', 'witnesses not-claimed'])
    const known = { ...trust, witnesses: [witness.key] }
    assert.deepEqual(states(judgeCheckpoint(note, known, pure)), [
      'signature proven',
      'witnesses proven',
    ])
    const quorum = { least: 1, members: [signerNamed('another', 'cosignature').key] }
    const refused = judgeCheckpoint(note, { ...known, quorum }, pure)
    assert.deepEqual([codes(refused), refused.isProven], [['quorum-not-reached'], false])
    assert.deepEqual(Buffer.from(stampedPart(note, [log.key])), whole.note)
    assert.deepEqual(codes(judgeCheckpoint(note, { ...trust, origin: 'other' }, pure)), [
      'checkpoint-origin',
    ])
  })
})

describe('the verdict on a tlog-proof', () => {
  it('needs the entry that it is about', () => {
    const file = proofFile({ index: 3, proof: whole.proof, checkpoint: whole.note })
    assert.ok(file.ok)
    assert.equal(fileKind(file.value), 'tlog-proof')
    assert.ok(judgeProofFile(file.value, whole.header, trust, pure).isProven)
    assert.deepEqual(codes(judgeProofFile(file.value, undefined, trust, pure)), ['entry-not-given'])
    const other = judgeProofFile(file.value, Buffer.from('other'), trust, pure)
    assert.deepEqual(codes(other), ['proof-does-not-lead'])
    const extra = proofFile({
      index: 3,
      proof: whole.proof,
      checkpoint: whole.note,
      extra: whole.header,
    })
    assert.ok(extra.ok && judgeProofFile(extra.value, undefined, trust, pure).isProven)
  })
})

const vectors = join(import.meta.dirname, '../../../../shared/vectors')
const skip = existsSync(vectors) ? false : 'SKIPPED: the shared vectors are not here'
const read = (path: string) => JSON.parse(readFileSync(join(vectors, path), 'utf8'))

describe('verdicts on shared vectors', { skip }, () => {
  it('agree on every checkpoint and every tlog-proof', () => {
    for (const one of skip === false ? read('checkpoint/signed.json') : []) {
      const key = parseVerifierKey(one.vkey)
      assert.ok(key.ok)
      const verdict = judgeCheckpoint(Buffer.from(one.note), { ...trust, keys: [key.value] }, pure)
      assert.equal(verdict.isProven, one.ok, one.name)
      if (one.ok) assert.equal(fileKind(Buffer.from(one.note)), 'checkpoint')
    }
    for (const one of skip === false ? read('proof/tlog-proof.json') : []) {
      const keys = (texts: readonly string[]) =>
        texts.flatMap((each) => {
          const key = parseVerifierKey(each)
          return key.ok ? [key.value] : []
        })
      const witnesses = keys(one.witnessVkeys)
      const quorum = { least: one.quorum, members: witnesses }
      const given = { ...trust, keys: keys(one.logVkeys), witnesses, quorum }
      const entry = fromBase64(one.entryBase64)
      const verdict = judgeProofFile(Buffer.from(one.proof), entry, given, pure)
      assert.equal(verdict.isProven, one.ok, one.name)
    }
  })

  it('agree on every approval', () => {
    for (const one of skip === false ? read('webauthn/approvals.json').cases : []) {
      const statement = JSON.parse(Buffer.from(one.statementBase64, 'base64').toString())
      const hex = (digits: string) => base64(fromHex(digits) ?? new Uint8Array())
      const file = text({
        schema: 'schouw/approval/1',
        statement: one.statementBase64,
        document: one.documentBase64,
        assertion: {
          authenticator_data: hex(one.assertion.authenticatorDataHex),
          client_data_json: one.assertion.clientDataJSONBase64,
          signature: hex(one.assertion.signatureHex),
        },
        credential: {
          signer: statement.signer,
          cose_key: hex(one.credential.coseKeyHex),
          rp_id: 'board.example',
          origin: 'https://board.example',
        },
      })
      assert.equal(fileKind(file), 'approval')
      assert.equal(judgeApproval(file, {}, pure).isProven, one.ok, one.name)
      const key = fromHex(one.credential.coseKeyHex) ?? new Uint8Array()
      assert.equal(judgeApproval(file, { credential: key }, pure).isProven, one.ok, one.name)
      const other = judgeApproval(file, { credential: key.slice(1) }, pure)
      assert.equal(other.isProven, false)
    }
  })
})
