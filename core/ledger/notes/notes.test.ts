// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createPrivateKey, type KeyObject, sign } from 'node:crypto'
import { describe, it } from 'node:test'
import { bytesOfText } from '@schouw/fixtures/vectors'
import fc from 'fast-check'
import { utf8Text } from '../bytes/index.ts'
import { pure } from '../cryptography/index.ts'
import { Frontier, inclusionProof, leafHash, nodeHash } from '../trees/index.ts'
import {
  addCheckpoint,
  checkpointText,
  cosignatureLine,
  hasQuorum,
  type KeyType,
  type NoteKey,
  noteKey,
  openCheckpoint,
  openNote,
  parseAddCheckpoint,
  parseCheckpoint,
  parseNote,
  parsePolicy,
  parseProofFile,
  parseVerifierKey,
  proofFile,
  quorumOf,
  readWitnessReply,
  type Signer,
  signCheckpoint,
  signNote,
  verifierKey,
  verifyProofFile,
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
const logSigner = signer('log.example/a', 'ed25519', new Uint8Array(32).fill(1))
const oldSigner = signer('log.example/old', 'ed25519', new Uint8Array(32).fill(2))
const witness1 = signer('witness.example/1', 'cosignature', new Uint8Array(32).fill(3))
const witness2 = signer('witness.example/2', 'cosignature', new Uint8Array(32).fill(4))
const log = { origin: 'log.example/a', keys: [logSigner.key] }

function headOf(size: number) {
  const frontier = Frontier.empty()
  const leaves: Uint8Array[] = []
  for (let index = 0; index < size; index += 1) {
    leaves.push(leafHash(bytesOfText(`entry ${index}`)))
    frontier.append(leaves[index]!)
  }
  const read = ({ height, index }: { height: number; index: number }) => {
    let level = leaves
    for (let step = 0; step < height; step += 1) {
      level = Array.from({ length: Math.floor(level.length / 2) }, (_, i) =>
        nodeHash(level[i * 2]!, level[i * 2 + 1]!),
      )
    }
    return level[index]
  }
  return { head: { origin: log.origin, size, root: frontier.root() }, leaves, read }
}

describe('verifier keys', () => {
  it('come back from their text and have no second one', () => {
    for (const { key: made } of [logSigner, witness1]) {
      assert.deepEqual(key(verifierKey(made)), made)
      const text = verifierKey(made)
      for (const bad of [`${text}=`, `${text} `, text.replace('+', ' +'), text.toUpperCase()])
        assert.equal(parseVerifierKey(bad).ok, false)
    }
  })

  it('refuse points about which implementations disagree', () => {
    const zero = noteKey('a', 'ed25519', new Uint8Array(32))
    assert.equal(zero.ok ? '' : zero.refusal, 'key-unsound')
  })
})

describe('notes', () => {
  const text = 'first\n\nthird ünder\n'

  it('open with the keys that signed them, whatever else signed', () => {
    const note = signNote(text, [logSigner, oldSigner])
    assert.ok(note.ok)
    const opened = openNote(note.value, [oldSigner.key], pure)
    assert.ok(opened.ok)
    assert.equal(opened.value.text, text)
    assert.deepEqual(
      opened.value.verified.map((one) => one.key),
      [oldSigner.key],
    )
    assert.deepEqual(
      opened.value.unknown.map((one) => one.name),
      ['log.example/a'],
    )
  })

  it('are spoiled by any changed byte', () => {
    const note = signNote(text, [logSigner])
    assert.ok(note.ok)
    for (let at = 0; at < note.value.length; at += 1) {
      const changed: Uint8Array = Uint8Array.from(note.value)
      changed[at]! ^= 1
      assert.equal(openNote(changed, [logSigner.key], pure).ok, false, `byte ${at}`)
    }
  })

  it('are refused when one known key’s signature is wrong, though another’s is right', () => {
    const note = signNote(text, [logSigner])
    const other = signNote('other\n', [oldSigner])
    assert.ok(note.ok && other.ok)
    const wrongLine = utf8Text(other.value)!.split('\n').at(-2)!
    const both = bytesOfText(`${utf8Text(note.value)}${wrongLine}\n`)
    const opened = openNote(both, [logSigner.key, oldSigner.key], pure)
    assert.equal(opened.ok ? '' : opened.refusal, 'note-signature-wrong')
    assert.ok(openNote(both, [logSigner.key], pure).ok)
  })

  it('say nothing a note may not say', () => {
    for (const bad of ['no newline', 'tab\t\n', 'half \ud800\n', '']) {
      assert.equal(signNote(bad, [logSigner]).ok, false)
    }
    assert.equal(signNote('nobody\n', []).ok, false)
    assert.equal(signNote('witness\n', [witness1]).ok, false)
  })

  it('take any bytes without throwing', () => {
    const pieces = fc.constantFrom('\n', '\n\n', '— ', 'a', ' ', 'AAAAAAAA', '\u2014', '=', '0')
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
        const bytes = bytesOfText(parts.join(''))
        parseNote(bytes)
        parseProofFile(bytes)
        parseAddCheckpoint(bytes)
        parsePolicy(bytes)
        parseCheckpoint(parts.join(''))
        assert.equal(openNote(bytes, [logSigner.key], pure).ok, false)
      }),
      { numRuns: 2000 },
    )
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void parseNote(bytes)))
  })
})

describe('checkpoints', () => {
  it('are written as they are read, and need the log’s own signature', () => {
    const { head } = headOf(5)
    const note = signCheckpoint(head, [logSigner])
    assert.ok(note.ok)
    const opened = openCheckpoint(note.value, log, pure)
    assert.ok(opened.ok)
    assert.deepEqual(
      [opened.value.origin, opened.value.size, opened.value.root],
      [head.origin, head.size, head.root],
    )
    const text = checkpointText(head)
    const onlyWitness = bytesOfText(`${text}\n${cosignatureLine(text, witness1, 1)}`)
    const unsigned = openCheckpoint(onlyWitness, { ...log, witnesses: [witness1.key] }, pure)
    assert.equal(unsigned.ok ? '' : unsigned.refusal, 'checkpoint-unsigned')
    const other = openCheckpoint(note.value, { ...log, origin: 'log.example/b' }, pure)
    assert.equal(other.ok ? '' : other.refusal, 'checkpoint-origin')
    assert.equal(signCheckpoint({ ...head, size: -1 }, [logSigner]).ok, false)
    assert.equal(signCheckpoint({ ...head, origin: 'a\nb' }, [logSigner]).ok, false)
  })

  it('count cosignatures with their times, each witness once', () => {
    const { head } = headOf(5)
    const text = checkpointText(head)
    const note = signCheckpoint(head, [logSigner])
    assert.ok(note.ok)
    const lines = [
      cosignatureLine(text, witness1, 1_700_000_000),
      cosignatureLine(text, witness1, 1_700_000_001),
    ].join('')
    const bytes = bytesOfText(`${utf8Text(note.value)}${lines}`)
    const witnesses = [witness1.key, witness2.key]
    const opened = openCheckpoint(bytes, { ...log, witnesses }, pure)
    assert.ok(opened.ok)
    const { verified } = opened.value.note
    assert.deepEqual(
      verified.map((one) => one.timeS),
      [undefined, 1_700_000_000, 1_700_000_001],
    )
    const signedBy = verified.map((one) => one.key)
    assert.ok(hasQuorum(quorumOf(1, witnesses), signedBy))
    assert.equal(hasQuorum(quorumOf(2, witnesses), signedBy), false)
  })
})

describe('policies', () => {
  const [w1, w2] = [verifierKey(witness1.key), verifierKey(witness2.key)]
  const policyOf = (lines: readonly string[]) => parsePolicy(bytesOfText(`${lines.join('\n')}\n`))
  const refusal = (...lines: string[]) => {
    const policy = policyOf(lines)
    return policy.ok ? undefined : policy.refusal
  }

  it('hold groups of groups', () => {
    const policy = policyOf([
      '# ours',
      `log ${verifierKey(logSigner.key)} https://log.example/a`,
      `witness one ${w1}`,
      `\twitness two ${w2} https://witness.example/2`,
      '',
      'group any-of any one',
      'group both all any-of two',
      'quorum both',
    ])
    assert.ok(policy.ok)
    assert.deepEqual(policy.value.logs, [logSigner.key])
    assert.equal(hasQuorum(policy.value.quorum, [witness1.key]), false)
    assert.ok(hasQuorum(policy.value.quorum, [witness2.key, witness1.key]))
    const none = policyOf(['quorum none'])
    assert.ok(none.ok && hasQuorum(none.value.quorum, []))
  })

  it('are refused with the rule that they break', () => {
    const one = `witness one ${w1}`
    assert.equal(refusal(one), 'policy-quorum')
    assert.equal(refusal(one, 'quorum one', 'quorum one'), 'policy-quorum')
    assert.equal(refusal(one, `witness one ${w2}`), 'policy-name-twice')
    assert.equal(refusal(one, `witness two ${w1}`), 'policy-key-twice')
    assert.equal(refusal(`witness none ${w1}`), 'policy-name-twice')
    assert.equal(refusal(one, 'group g 2 one'), 'policy-threshold')
    assert.equal(refusal(one, 'group g 0 one'), 'policy-threshold')
    assert.equal(refusal(one, 'group g any one', 'group h any one'), 'policy-member-twice')
    assert.equal(refusal('group g any one'), 'policy-name-unknown')
    assert.equal(refusal('quorum one'), 'policy-name-unknown')
    assert.equal(refusal(`witness one ${verifierKey(logSigner.key)}`), 'policy-key')
    assert.equal(refusal('surprise'), 'policy-line')
    assert.equal(refusal(`${one}\r`), 'policy-line')
  })
})

describe('proof files', () => {
  const { head, leaves, read } = headOf(11)
  const note = signCheckpoint(head, [logSigner])
  assert.ok(note.ok)
  const checkpoint = note.value

  it('prove each entry offline, and no other', () => {
    for (const [index, leaf] of leaves.entries()) {
      const proof = inclusionProof(index, head.size, read)!
      const extra = index % 2 === 0 ? { extra: Uint8Array.of(1, 2, index) } : {}
      const bytes = proofFile({ index, proof, checkpoint, ...extra })
      assert.ok(bytes.ok)
      const parsed = parseProofFile(bytes.value)
      assert.ok(parsed.ok)
      assert.deepEqual(parsed.value, { index, proof, checkpoint, ...extra })
      assert.ok(verifyProofFile(parsed.value, leaf, { logs: [log] }, pure).ok)
      const other = verifyProofFile(parsed.value, leaves[(index + 1) % 11]!, { logs: [log] }, pure)
      assert.equal(other.ok ? '' : other.refusal, 'proof-does-not-lead')
    }
  })

  it('are refused after any changed byte but in what nobody signed', () => {
    const proof = inclusionProof(6, head.size, read)!
    const bytes = proofFile({ index: 6, proof, checkpoint })
    assert.ok(bytes.ok)
    for (let at = 0; at < bytes.value.length; at += 1) {
      const changed = Uint8Array.from(bytes.value)
      changed[at]! ^= 4
      const parsed = parseProofFile(changed)
      const isProven =
        parsed.ok && verifyProofFile(parsed.value, leaves[6]!, { logs: [log] }, pure).ok
      assert.equal(isProven, false, `byte ${at}`)
    }
  })
})

describe('witnesses', () => {
  it('answer with a cosignature that the log can read, and tell what they know', () => {
    const old = headOf(3)
    const now = headOf(7)
    const note = signCheckpoint(old.head, [logSigner])
    assert.ok(note.ok)
    const body = addCheckpoint({ oldSize: 0, proof: [], checkpoint: note.value })
    const with_ = { signer: witness1, timeS: 5, crypto: pure }
    const answer = witnessAnswer(body, [{ log }], with_)
    assert.equal(answer.status, 200)
    assert.deepEqual(answer.head, old.head)
    const text = checkpointText(old.head)
    const reply = { status: 200, body: bytesOfText(answer.body) }
    const read = readWitnessReply(reply, text, [witness1.key], pure)
    assert.ok(read.ok && read.value.kind === 'cosigned')
    assert.deepEqual(
      read.value.cosignatures.map((one) => one.timeS),
      [5],
    )
    assert.equal(readWitnessReply(reply, text, [witness2.key], pure).ok, false)
    assert.equal(readWitnessReply(reply, checkpointText(now.head), [witness1.key], pure).ok, false)
    const conflict = witnessAnswer(body, [{ log, head: now.head }], with_)
    assert.deepEqual([conflict.status, conflict.contentType], [409, 'text/x.tlog.size'])
    const other = { status: 409, body: bytesOfText(conflict.body) }
    const size = readWitnessReply(other, text, [witness1.key], pure)
    assert.deepEqual(size, { ok: true, value: { kind: 'other-size', size: 7 } })
  })

  it('answer old sizes above the size, and roots that differ, as the protocol says', () => {
    const { head } = headOf(3)
    const other = { ...head, root: new Uint8Array(32) }
    const note = signCheckpoint(other, [logSigner])
    assert.ok(note.ok)
    const with_ = { signer: witness1, timeS: 5, crypto: pure }
    const post = (oldSize: number) =>
      witnessAnswer(
        addCheckpoint({ oldSize, proof: [], checkpoint: note.value }),
        [{ log, head }],
        with_,
      )
    assert.equal(post(4).status, 400)
    assert.equal(post(3).status, 409)
    assert.equal(post(2).status, 409)
    assert.equal(witnessAnswer(bytesOfText('x'), [{ log }], with_).status, 400)
  })
})
