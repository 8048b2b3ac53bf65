// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { describe, it } from 'node:test'
import { hex } from '@schouw/core/kernel'
import {
  bytesOfBase64,
  bytesOfHex,
  bytesOfText,
  vectorJson,
  vectorsAbsent,
} from '@schouw/fixtures/vectors'
import fc from 'fast-check'
import { base64, base64url, concat } from '../bytes/index.ts'
import { pure } from '../cryptography/index.ts'
import {
  type ApprovalStatement,
  approvalChallenge,
  approvalStatement,
  parseApprovalStatement,
  readAttestationObject,
  readAuthenticatorData,
  readCredentialKey,
  readRegistration,
  verifyApproval,
  verifyAssertion,
} from './index.ts'

const document = bytesOfText('Begroting 2027\n')
const statement: ApprovalStatement = {
  v: 1,
  type: 'board-approval',
  tenant: 't-01',
  log: 'ledger.example/t-01',
  meeting: '2026-12-01',
  resolution: 'R-1',
  decision: 'abstain',
  document: {
    name: 'begroting.pdf',
    bytes: document.length,
    sha256: createHash('sha256').update(document).digest('hex'),
  },
  registerHead: { size: 40, root: base64(new Uint8Array(32).fill(9)) },
  signer: 'dir-1',
  nonce: base64url(new Uint8Array(16).fill(5)),
}
const pair = generateKeyPairSync('ed25519')
const point = new Uint8Array(
  Buffer.from(pair.publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'),
)
const coseKey = concat([bytesOfHex('a401010327200621' + '5820'), point])
const credential = {
  signer: 'dir-1',
  coseKey,
  rpId: 'board.example',
  origin: 'https://board.example',
}

function signed(over: ApprovalStatement, counter = 0, flags = 0x05) {
  const bytes = approvalStatement(over)
  assert.ok(bytes.ok)
  const authenticatorData = concat([
    pure.digest('sha256', bytesOfText(credential.rpId)),
    Uint8Array.of(flags, 0, 0, 0, counter),
  ])
  const clientDataJson = bytesOfText(
    JSON.stringify({
      type: 'webauthn.get',
      challenge: base64url(approvalChallenge(bytes.value, pure)),
      origin: credential.origin,
    }),
  )
  const message = concat([authenticatorData, pure.digest('sha256', clientDataJson)])
  const signature = new Uint8Array(sign(null, message, pair.privateKey))
  return {
    statement: bytes.value,
    document,
    assertion: { authenticatorData, clientDataJson, signature },
  }
}

describe('approvals', () => {
  it('hold for the document, the decision and the head that were signed', () => {
    const verified = verifyApproval(signed(statement), credential, pure)
    assert.ok(verified.ok, JSON.stringify(verified))
    assert.equal(verified.value.statement.decision, 'abstain')
    assert.deepEqual([verified.value.isDocumentChecked, verified.value.isSynced], [true, false])
    const { document: _, ...without } = signed(statement)
    const unread = verifyApproval(without, credential, pure)
    assert.equal(unread.ok && unread.value.isDocumentChecked, false)
  })

  it('hold for no changed byte of anything that was kept', () => {
    const approval = signed(statement)
    const { authenticatorData, clientDataJson, signature } = approval.assertion
    const parts = {
      statement: approval.statement,
      document,
      authenticatorData,
      clientDataJson,
      signature,
    }
    for (const [name, bytes] of Object.entries(parts)) {
      for (let at = 0; at < bytes.length; at += name === 'statement' ? 3 : 1) {
        const changed: Uint8Array = Uint8Array.from(bytes)
        changed[at]! ^= 1
        const all = { ...parts, [name]: changed }
        const verdict = verifyApproval(
          { statement: all.statement, document: all.document, assertion: all },
          credential,
          pure,
        )
        assert.equal(verdict.ok, false, `${name} ${at}`)
      }
    }
  })

  it('need the credential enrolled under the signed head and not revoked before', () => {
    const approval = { ...signed(statement), index: 45 }
    const refusal = (more: object) => {
      const verdict = verifyApproval(approval, { ...credential, ...more }, pure)
      return verdict.ok ? undefined : verdict.refusal
    }
    assert.equal(refusal({ enrolledAt: 39 }), undefined)
    assert.equal(refusal({ enrolledAt: 40 }), 'credential-not-enrolled')
    assert.equal(refusal({ revokedAt: 46 }), undefined)
    assert.equal(refusal({ revokedAt: 44 }), 'credential-revoked')
    assert.equal(refusal({ signer: 'dir-2' }), 'signer-differs')
  })

  it('tell of a counter that went back, and refuse nobody for it', () => {
    const counted = (counter: number, lastCounter: number) => {
      const verdict = verifyApproval(
        signed(statement, counter),
        { ...credential, lastCounter },
        pure,
      )
      assert.ok(verdict.ok)
      return verdict.value.hasCounterGoneBack
    }
    assert.deepEqual([counted(7, 6), counted(7, 7), counted(0, 0)], [false, true, false])
  })

  it('refuse what stands in client data twice', () => {
    const approval = signed(statement)
    const text = new TextDecoder().decode(approval.assertion.clientDataJson)
    const clientDataJson = bytesOfText(text.replace('{', '{"challenge":"AAAA",'))
    const message = concat([
      approval.assertion.authenticatorData,
      pure.digest('sha256', clientDataJson),
    ])
    const signature = new Uint8Array(sign(null, message, pair.privateKey))
    const assertion = { ...approval.assertion, clientDataJson, signature }
    const verdict = verifyApproval({ ...approval, assertion }, credential, pure)
    assert.equal(verdict.ok ? '' : verdict.refusal, 'client-data-malformed')
  })
})

describe('statements', () => {
  it('have exactly their members, each of its kind', () => {
    const refused = (more: object) => approvalStatement({ ...statement, ...more }).ok === false
    assert.equal(refused({}), false)
    assert.equal(refused({ stamped: 'ab'.repeat(32), shown: 'cd'.repeat(32) }), false)
    for (const more of [
      { extra: 1 },
      { decision: 'approved' },
      { v: 2 },
      { nonce: 'AAAA' },
      { meeting: '' },
      { stamped: 'ab' },
      { document: { ...statement.document, bytes: -1 } },
      { document: { ...statement.document, also: 1 } },
      { registerHead: { size: 1, root: 'x' } },
      { signer: 'a\nb' },
    ]) {
      assert.ok(refused(more), JSON.stringify(more))
    }
    const spaced = bytesOfText(JSON.stringify(statement, null, 1))
    assert.equal(parseApprovalStatement(spaced).ok, false)
  })
})

describe('bytes of authenticators', () => {
  it('never make a reader throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), (bytes) => {
        readAuthenticatorData(bytes)
        readAttestationObject(bytes)
        readCredentialKey(bytes)
      }),
      { numRuns: 3000 },
    )
    const deep = new Uint8Array(60_000).fill(0x81)
    assert.equal(readCredentialKey(deep), undefined)
    assert.equal(readCredentialKey(bytesOfHex('bbffffffffffffffff')), undefined)
  })

  it('are refused with flags that cannot be, and with something left over', () => {
    const data = (flags: number, ...more: number[]) =>
      readAuthenticatorData(Uint8Array.of(...new Uint8Array(32), flags, 0, 0, 0, 0, ...more))
    assert.ok(data(0x05))
    assert.ok(data(0x1d))
    assert.equal(data(0x15), undefined)
    assert.equal(data(0x07), undefined)
    assert.equal(data(0x05, 0), undefined)
    assert.equal(data(0x45), undefined)
    assert.ok(data(0x85, 0xa0))
    assert.equal(data(0x85, 0xa0, 0), undefined)
    assert.equal(data(0x85, 0x80), undefined)
  })
})

describe('shared vectors', { skip: vectorsAbsent }, () => {
  it('gives the stated verdict on every approval, and the stated reason', () => {
    const { rule, cases } = vectorJson('webauthn/approvals.json')
    const reasons: Record<string, string> = {
      'UV flag not set': 'user-not-verified',
      'UP flag not set': 'user-not-present',
      'challenge differs': 'challenge-differs',
      rpIdHash: 'relying-party-differs',
      origin: 'origin-differs',
      crossOrigin: 'cross-origin',
      signature: 'signature-wrong',
      'document hash': 'document-differs',
      type: 'client-data-type',
    }
    for (const one of cases) {
      const verdict = verifyApproval(
        {
          statement: bytesOfBase64(one.statementBase64),
          document: bytesOfBase64(one.documentBase64),
          assertion: {
            authenticatorData: bytesOfHex(one.assertion.authenticatorDataHex),
            clientDataJson: bytesOfBase64(one.assertion.clientDataJSONBase64),
            signature: bytesOfHex(one.assertion.signatureHex),
          },
        },
        {
          signer: JSON.parse(Buffer.from(one.statementBase64, 'base64').toString()).signer,
          coseKey: bytesOfHex(one.credential.coseKeyHex),
          rpId: rule.rpId,
          origin: rule.origin,
        },
        pure,
      )
      assert.equal(verdict.ok, one.ok, one.name)
      if (!verdict.ok) assert.equal(verdict.refusal, reasons[one.reason], one.name)
    }
    assert.equal(cases.length, 17)
  })

  it('reads every W3C registration and verifies its assertion', () => {
    const cases = vectorJson('webauthn/w3c.json')
    for (const { id, rpId, origin, topOrigin, registration, authentication } of cases) {
      const framed = topOrigin === null ? {} : { topOrigins: [topOrigin] }
      const rule = {
        rpId,
        origins: [origin],
        needsVerifiedUser: false,
        mayBeFramed: true,
        ...framed,
      }
      const registered = readRegistration(
        {
          clientDataJson: bytesOfHex(registration.clientDataJSON),
          attestationObject: bytesOfHex(registration.attestationObject),
        },
        { ...rule, challenge: bytesOfHex(registration.challenge) },
        pure,
      )
      assert.ok(registered.ok, `${id} ${JSON.stringify(registered)}`)
      assert.equal(hex(registered.value.id), registration.credential_id)
      assert.equal(hex(registered.value.aaguid), registration.aaguid)
      const assertion = {
        authenticatorData: bytesOfHex(authentication.authenticatorData),
        clientDataJson: bytesOfHex(authentication.clientDataJSON),
        signature: bytesOfHex(authentication.signature),
      }
      const asked = { ...rule, challenge: bytesOfHex(authentication.challenge) }
      const verdict = verifyAssertion(assertion, registered.value.coseKey, asked, pure)
      assert.ok(verdict.ok, `${id} ${JSON.stringify(verdict)}`)
      // What is technically valid in another site's frame is no approval.
      const strict = { ...asked, mayBeFramed: false }
      const alone = verifyAssertion(assertion, registered.value.coseKey, strict, pure)
      assert.equal(alone.ok, !id.includes('crossOrigin'), id)
    }
    assert.equal(cases.length, 6)
  })
})
