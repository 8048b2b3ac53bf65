// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createPrivateKey, type KeyObject, sign } from 'node:crypto'
import { describe, it } from 'node:test'
import { hex } from '@schouw/core/kernel'
import {
  bytesOfBase64,
  bytesOfHex,
  bytesOfText,
  vectorJson,
  vectorsAbsent,
} from '@schouw/fixtures/vectors'
import { concat, utf8Text } from '../bytes/index.ts'
import { pure } from '../cryptography/index.ts'
import { leafHash } from '../trees/index.ts'
import {
  checkpointText,
  compareHeads,
  type KeyType,
  type NoteKey,
  noteKey,
  openCheckpoint,
  openNote,
  parseCheckpoint,
  parseProofFile,
  parseVerifierKey,
  proofFile,
  quorumOf,
  type Signer,
  signNote,
  verifierKey,
  verifyProofFile,
  type Witnessed,
  witnessAnswer,
} from './index.ts'

function signer(name: string, type: KeyType, seed: Uint8Array): Signer {
  const privateKey = privateKeyOf(seed)
  const jwk = privateKey.export({ format: 'jwk' })
  const key = noteKey(name, type, new Uint8Array(Buffer.from(jwk.x ?? '', 'base64url')))
  assert.ok(key.ok)
  return { key: key.value, sign: (message) => new Uint8Array(sign(null, message, privateKey)) }
}

function privateKeyOf(seed: Uint8Array): KeyObject {
  const prefix = Buffer.from('302e020100300506032b657004220420', 'hex')
  return createPrivateKey({ key: Buffer.concat([prefix, seed]), format: 'der', type: 'pkcs8' })
}

const key = (text: string): NoteKey => {
  const parsed = parseVerifierKey(text)
  assert.ok(parsed.ok, text)
  return parsed.value
}
const label = ({ name, id }: { name: string; id: Uint8Array }) => `${name}+${hex(id)}`
const witness1 = signer('witness.example/1', 'cosignature', new Uint8Array(32).fill(3))

describe('shared vectors', { skip: vectorsAbsent }, () => {
  it('gives the stated verdict on every note', () => {
    const cases = vectorJson('note/open.json')
    for (const one of cases) {
      const opened = openNote(bytesOfBase64(one.noteBase64), one.vkeys.map(key), pure)
      assert.equal(opened.ok, one.ok, one.name)
      if (opened.ok) {
        assert.deepEqual(
          opened.value.verified.map(({ key: by }) => label(by)),
          one.verified,
        )
        assert.deepEqual(opened.value.unknown.map(label), one.unverified)
      }
    }
    assert.equal(cases.length, 11)
  })

  it('signs the published note', () => {
    for (const one of vectorJson('note/sign.json')) {
      const by = signer(one.name, 'ed25519', bytesOfHex(one.seedHex))
      assert.equal(verifierKey(by.key), one.vkey)
      const note = signNote(one.text, [by])
      assert.equal(note.ok && utf8Text(note.value), one.note)
    }
  })

  it('reads valid verifier keys and refuses the others', () => {
    const { valid, invalid } = vectorJson('note/vkeys.json')
    for (const text of valid) assert.equal(verifierKey(key(text)), text)
    for (const text of invalid) assert.equal(parseVerifierKey(text).ok, false, text)
  })

  it('gives the stated verdict on every checkpoint text', () => {
    for (const { name, text, ok } of vectorJson('checkpoint/parse.json')) {
      const parsed = parseCheckpoint(text)
      assert.equal(parsed.ok, ok, name)
      if (parsed.ok && parsed.value.extensions.length === 0) {
        assert.equal(checkpointText(parsed.value), text)
      }
    }
  })

  it('opens the real checkpoint, and not the changed one', () => {
    for (const { name, note, vkey, origin, size, ok } of vectorJson('checkpoint/signed.json')) {
      const trusted = { origin: origin ?? 'go.sum database tree', keys: [key(vkey)] }
      const opened = openCheckpoint(bytesOfText(note), trusted, pure)
      assert.equal(opened.ok, ok, name)
      if (opened.ok) assert.equal(opened.value.size, size)
    }
  })

  it('tells growth, fork and rollback apart', () => {
    const { vkey, cases } = vectorJson('checkpoint/fork.json')
    const trusted = { origin: key(vkey).name, keys: [key(vkey)] }
    const words = {
      consistent: 'consistent',
      'fork: roots-differ': 'fork: both signatures valid, roots differ',
      'fork: proof-does-not-lead': 'fork: proof does not lead from the old root',
      rollback: 'rollback: smaller than a head already seen',
    } as Record<string, string>
    for (const { name, old, new: next, proof, verdict } of cases) {
      const before = openCheckpoint(bytesOfText(old), trusted, pure)
      const after = openCheckpoint(bytesOfText(next), trusted, pure)
      assert.ok(before.ok && after.ok, name)
      const found = compareHeads(before.value, after.value, proof.map(bytesOfBase64))
      const said = found.verdict === 'fork' ? `fork: ${found.reason}` : found.verdict
      assert.equal(words[said], verdict, name)
    }
  })

  it('gives the stated verdict on every proof file', () => {
    const cases = vectorJson('proof/tlog-proof.json')
    for (const one of cases) {
      const logs = one.logVkeys.map((text: string) => ({
        origin: key(text).name,
        keys: [key(text)],
      }))
      const witnesses: NoteKey[] = one.witnessVkeys.map(key)
      const quorum = quorumOf(one.quorum, witnesses)
      const file = parseProofFile(bytesOfText(one.proof))
      const leaf = leafHash(bytesOfBase64(one.entryBase64))
      const isProven =
        file.ok && verifyProofFile(file.value, leaf, { logs, witnesses, quorum }, pure).ok
      assert.equal(isProven, one.ok, one.name)
      if (file.ok) {
        const again = proofFile(file.value)
        assert.equal(again.ok && utf8Text(again.value), one.proof, one.name)
      }
    }
    assert.equal(cases.length, 11)
  })

  it('verifies the real Sigsum proof with two of three witnesses', () => {
    const { messageBase64, policy, proof } = vectorJson('cosignature/sigsum-proof.json')
    const value = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(proof)?.[1] ?? ''
    const values = (name: string) =>
      [...proof.matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map(([, text]) => text as string)
    const logKey = bytesOfHex(/^log (\w+)/m.exec(policy)?.[1] ?? '')
    assert.equal(hex(pure.digest('sha256', logKey)), value('log'))
    const origin = `sigsum.org/v1/tree/${value('log')}`
    const logNote = noteKey(origin, 'ed25519', logKey)
    assert.ok(logNote.ok)
    const known = [...policy.matchAll(/^witness (\w+) (\w+)$/gm)].map(([, name, point]) => {
      const made = noteKey(name as string, 'cosignature', bytesOfHex(point as string))
      assert.ok(made.ok)
      return made.value
    })
    const head = { origin, size: Number(value('size')), root: bytesOfHex(value('root_hash')) }
    const lines = values('cosignature').flatMap((text) => {
      const [keyHash, time, signature] = text.split(' ') as [string, string, string]
      const by = known.find((one) => hex(pure.digest('sha256', one.point)) === keyHash)
      if (by === undefined) return []
      const timed = new Uint8Array(8)
      new DataView(timed.buffer).setBigUint64(0, BigInt(time))
      const bytes = concat([by.id, timed, bytesOfHex(signature)])
      return [`\u2014 ${by.name} ${Buffer.from(bytes).toString('base64')}\n`]
    })
    assert.equal(lines.length, 3)
    const own = Buffer.from(concat([logNote.value.id, bytesOfHex(value('signature'))]))
    const note = `${checkpointText(head)}\n\u2014 ${origin} ${own.toString('base64')}\n${lines.join('')}`
    const [, leafKey, leafSignature] = value('leaf').split(' ') as [string, string, string]
    const message = pure.digest('sha256', bytesOfBase64(messageBase64))
    const checksum = pure.digest('sha256', message)
    const leaf = leafHash(concat([checksum, bytesOfHex(leafSignature), bytesOfHex(leafKey)]))
    const file = {
      index: Number(value('leaf_index')),
      proof: values('node_hash').map(bytesOfHex),
      checkpoint: bytesOfText(note),
    }
    const trust = {
      logs: [{ origin, keys: [logNote.value] }],
      witnesses: known,
      quorum: quorumOf(2, known),
    }
    const proven = verifyProofFile(file, leaf, trust, pure)
    assert.ok(proven.ok, JSON.stringify(proven))
    assert.equal(verifyProofFile({ ...file, index: 928 }, leaf, trust, pure).ok, false)
  })

  it('answers every witness request in order', () => {
    const { logOrigin, logVkey, requestsInOrder } = vectorJson('witness/add-checkpoint.json')
    // Held to be wrong: the third request names an origin that the witness does not know. C2SP
    // tlog-witness, "add-checkpoint", says 404 for that; the file has 403 of an older witness.
    const heldWrong = new Map([[2, { stated: 403, ours: 404 }]])
    let known: Witnessed = { log: { origin: logOrigin, keys: [key(logVkey)] } }
    for (const [index, { body, status, asserts }] of requestsInOrder.entries()) {
      const with_ = { signer: witness1, timeS: 1_700_000_000, crypto: pure }
      const answer = witnessAnswer(bytesOfText(body), [known], with_)
      const wrong = heldWrong.get(index)
      assert.equal(status, wrong?.stated ?? status)
      assert.equal(answer.status, wrong?.ours ?? status, `request ${index}: ${answer.body}`)
      const exact = /^body == "(\d+)\\n"$/.exec(asserts)?.[1]
      if (exact !== undefined) assert.equal(answer.body, `${exact}\n`)
      if (answer.status === 200) assert.match(answer.body, /^\u2014 witness\.example\/1 /)
      if (answer.head !== undefined) known = { ...known, head: answer.head }
    }
    assert.equal(requestsInOrder.length, 9)
  })
})
