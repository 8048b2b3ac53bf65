// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import {
  bytesOfBase64,
  bytesOfText,
  vectorBytes,
  vectorJson,
  vectorsAbsent,
  vectorText,
} from '@schouw/fixtures/vectors'
import { fromBase64 } from '../bytes/index.ts'
import { pure } from '../cryptography/index.ts'
import { noteKey, openCheckpoint } from '../notes/index.ts'
import { isIncluded, leafHash } from '../trees/index.ts'
import {
  certificatesOfPem,
  parseResponse,
  parseTimestampRequest,
  type TimestampTrust,
  timestampRequest,
  verifyTimestamp,
} from './index.ts'

const nowMs = Date.parse('2027-01-01T00:00:00Z')
const certificates = (text: string) => {
  const found = certificatesOfPem(text, fromBase64)
  assert.ok(found)
  return found
}

function verdict(
  response: Uint8Array,
  bytes: Uint8Array,
  trust: Partial<TimestampTrust>,
  nonce?: Uint8Array,
): string {
  const asked = { stamped: { bytes }, ...(nonce === undefined ? {} : { nonce }) }
  const all = { anchors: [], nowMs, ...trust }
  const verified = verifyTimestamp({ response }, asked, all, pure)
  return verified.ok
    ? `ok ${verified.value.authority}`
    : `${verified.facts['point']} ${verified.refusal}`
}

describe('shared vectors', { skip: vectorsAbsent }, () => {
  const anchors = vectorsAbsent === false ? certificates(vectorText('rfc3161/openssl/ca.pem')) : []
  const data = vectorsAbsent === false ? vectorBytes('rfc3161/openssl/data.txt') : new Uint8Array()
  const good = vectorsAbsent === false ? vectorBytes('rfc3161/openssl/ok-chain.tsr') : data

  it('gives the stated verdict on every token made with OpenSSL, with the point that decided', () => {
    const points: Record<string, string> = {
      'ok-weak-sha1-imprint.tsr': '3 imprint-algorithm-not-accepted',
      'other-imprint.tsr': '3 imprint-differs',
      'bad-signature-bitflip.tsr': '7 signature-wrong',
      'bad-gentime-bitflip.tsr': '7 content-differs',
      'bad-untrusted-root.tsr': '10 chain-untrusted',
      'bad-eku-serverauth.tsr': '9 certificate-not-for-time-stamps',
      'bad-no-ess-signing-certificate.tsr': '8 signing-certificate-missing',
      'rejected-badalg.tsr': '1 status-not-granted',
    }
    const cases = vectorJson('rfc3161/openssl/cases.json')
    const others = certificates(vectorText('rfc3161/openssl/ec.pem'))
    for (const [file, { expect }] of Object.entries<{ expect: string }>(cases)) {
      const found = verdict(vectorBytes(`rfc3161/openssl/${file}`), data, { anchors, others })
      assert.equal(found.startsWith('ok'), expect === 'ok', `${file}: ${found}`)
      if (expect !== 'ok') assert.equal(found, points[file], file)
    }
    assert.equal(Object.keys(cases).length, 14)
    const bare = vectorBytes('rfc3161/openssl/ok-es256-sha256-nocert.tsr')
    assert.equal(verdict(bare, data, { anchors }), '6 signer-not-found')
    const foreign = certificates(vectorText('rfc3161/openssl/ca_other.pem'))
    assert.equal(verdict(good, data, { anchors: foreign }), '10 chain-untrusted')
  })

  it('gives the stated verdict on the tokens of two other authorities', () => {
    const hello = bytesOfText('hello')
    const found = (folder: string, file: string) => {
      const [root, ...others] = certificates(
        vectorText(`rfc3161/rfc3161-client/${folder}/ts_chain.pem`),
      ).toReversed()
      const trust = { anchors: [root as Uint8Array], others }
      return verdict(vectorBytes(`rfc3161/rfc3161-client/${folder}/${file}`), hello, trust)
    }
    assert.equal(found('sigstage', 'response-sha256.tsr'), 'ok sigstore-tsa')
    assert.equal(found('sigstage', 'response-no-embedded-cert.tsr'), 'ok sigstore-tsa')
    assert.equal(found('sigstage', 'response-invalid-signature.tsr'), '7 signature-wrong')
    assert.equal(found('test_tsa', 'response.tsr'), 'ok Test TSA Timestamping')
    // The certificate put among the unsigned ones must not be taken for the signer's.
    assert.equal(found('test_tsa', 'response-injected-certs.tsr'), 'ok Test TSA Timestamping')
  })

  it('writes the requests as they were sent, and ties answers to their numbers', () => {
    for (const path of [
      'openssl/q256c.tsq',
      'rfc3161-client/sigstage/request.der',
      'rfc3161-client/test_tsa/request.der',
    ]) {
      const bytes = vectorBytes(`rfc3161/${path}`)
      const request = parseTimestampRequest(bytes)
      assert.ok(request.ok, path)
      assert.deepEqual(timestampRequest(request.value), bytes, path)
    }
    const request = parseTimestampRequest(
      vectorBytes('rfc3161/rfc3161-client/test_tsa/request.der'),
    )
    assert.ok(request.ok)
    const [root, ...others] = certificates(
      vectorText('rfc3161/rfc3161-client/test_tsa/ts_chain.pem'),
    ).toReversed()
    const trust = { anchors: [root as Uint8Array], others }
    const response = vectorBytes('rfc3161/rfc3161-client/test_tsa/response.tsr')
    const hello = bytesOfText('hello')
    const { nonce } = request.value
    assert.ok(nonce)
    assert.match(verdict(response, hello, trust, nonce), /^ok/)
    assert.match(verdict(response, hello, trust, Uint8Array.of(0, ...nonce)), /^ok/)
    assert.equal(verdict(response, hello, trust, Uint8Array.of(1)), '4 nonce-differs')
    const without = vectorBytes('rfc3161/openssl/ok-es256-sha256-nononce.tsr')
    assert.equal(verdict(without, data, { anchors }, nonce), '4 nonce-differs')
  })

  it('holds to policies, to the clock, to validity and to granted services', () => {
    const own = '1.3.6.1.4.1.99999.1'
    assert.match(verdict(good, data, { anchors, policies: [own] }), /^ok/)
    assert.equal(verdict(good, data, { anchors, policies: ['1.2.3'] }), '5 policy-not-accepted')
    const stampedMs = Date.parse('2026-11-21T17:39:53Z')
    const at = (now: number, toleranceMs = 0) =>
      verdict(good, data, { anchors, nowMs: now, toleranceMs })
    assert.match(at(stampedMs + 1501), /^ok/)
    assert.equal(at(stampedMs + 1500), '13 time-in-the-future')
    assert.match(at(stampedMs, 1501), /^ok/)
    const [certificate] = anchors as [Uint8Array]
    const granted = (grantedFromMs: number, grantedUntilMs?: number) =>
      verdict(good, data, {
        anchors,
        qualified: [
          {
            certificate,
            grantedFromMs,
            ...(grantedUntilMs === undefined ? {} : { grantedUntilMs }),
          },
        ],
      })
    assert.match(granted(stampedMs), /^ok/)
    assert.equal(granted(stampedMs + 1), '12 service-not-granted')
    assert.equal(granted(0, stampedMs - 1), '12 service-not-granted')
    assert.equal(verdict(good, data, { anchors, qualified: [] }), '12 service-not-granted')
  })

  it('accepts no token of which any bit is flipped, except in what nobody signed', (t) => {
    const file = vectorBytes('rfc3161/openssl/ok-es256-sha256-nocert.tsr')
    const others = certificates(vectorText('rfc3161/openssl/ec.pem'))
    const passed: number[] = []
    for (let bit = 0; bit < file.length * 8; bit += 1) {
      const changed: Uint8Array = Uint8Array.from(file)
      changed[bit >> 3]! ^= 1 << (bit & 7)
      if (verdict(changed, data, { anchors, others }).startsWith('ok')) passed.push(bit)
    }
    // What no signature covers: the status, versions of the wrapping, the list of digests.
    const bytes = [...new Set(passed.map((bit) => bit >> 3))]
    assert.ok(bytes.length <= 40 && !bytes.some((at) => isSignedPart(file, at)), `${bytes}`)
    if (opensslAbsent() !== false) return t.skip('SKIPPED: openssl is not here')
    const only: number[] = []
    for (const bit of passed) {
      const changed: Uint8Array = Uint8Array.from(file)
      changed[bit >> 3]! ^= 1 << (bit & 7)
      if (!isAcceptedByOpenssl(changed)) only.push(bit)
    }
    assert.deepEqual(only, [], 'passes here and not there')
  })

  it('refuses every cut and anything added', () => {
    for (let length = 0; length < good.length; length += 7) {
      assert.doesNotMatch(verdict(good.slice(0, length), data, { anchors }), /^ok/)
    }
    const more = Buffer.concat([good, Buffer.from([0, 0])])
    assert.equal(verdict(more, data, { anchors }), '1 response-malformed')
  })

  it('verifies the Sigstore bundles: checkpoint, inclusion and time-stamp, and none marked to fail', () => {
    const folders = [
      'rekor2-checkpoint-cosigned',
      'rekor2-checkpoint-missing-root-hash_fail',
      'rekor2-checkpoint-no-matching-signature_fail',
      'rekor2-happy-path',
      'rekor2-timestamp-outside-tsa-cert-validity_fail',
      'rekor2-timestamp-payload-mismatch_fail',
      'rekor2-timestamp-untrusted-tsa-with-embedded-cert_fail',
      'rekor2-timestamp-with-embedded-cert',
      'rekor2-timestamp-without-embedded-cert',
    ]
    for (const folder of folders) {
      assert.equal(bundleProblem(folder) === undefined, !folder.endsWith('_fail'), folder)
    }
    assert.match(bundleProblem('rekor2-timestamp-payload-mismatch_fail') ?? '', /^3 /)
    assert.match(bundleProblem('rekor2-timestamp-outside-tsa-cert-validity_fail') ?? '', /^10 cert/)
  })
})

function opensslAbsent(): string | false {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' })
    return false
  } catch {
    return 'SKIPPED: openssl is not here'
  }
}

/** The yardstick: nothing may pass here that is refused there. */
function isAcceptedByOpenssl(response: Uint8Array): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-tsr-'))
  try {
    for (const file of ['data.txt', 'ca.pem', 'ec.pem']) {
      writeFileSync(join(folder, file), vectorBytes(`rfc3161/openssl/${file}`))
    }
    writeFileSync(join(folder, 'r.tsr'), response)
    const at = String(Date.parse('2027-01-01T00:00:00Z') / 1000)
    const args = ['-data', 'data.txt', '-in', 'r.tsr', '-CAfile', 'ca.pem', '-untrusted', 'ec.pem']
    execFileSync('openssl', ['ts', '-verify', ...args, '-attime', at], {
      cwd: folder,
      stdio: 'pipe',
    })
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Inside the stamp, the signed attributes, the signer's name or the signature. */
function isSignedPart(response: Uint8Array, at: number): boolean {
  const parsed = parseResponse(response)
  assert.ok(parsed.ok)
  const { content, signer } = parsed.value
  const parts = [content, signer.signature, signer.issuer, signer.signedAttributes.subarray(1)]
  return parts.some((part) => {
    if (part === undefined) return false
    const from = Buffer.from(response).indexOf(part)
    assert.ok(from >= 0)
    return at >= from && at < from + part.length
  })
}

function bundleProblem(folder: string): string | undefined {
  const bundle = vectorJson(`sigstore/${folder}/bundle.sigstore.json`)
  const trusted = vectorJson(`sigstore/${folder}/trusted_root.json`)
  const material = bundle.verificationMaterial
  const [entry] = material.tlogEntries
  const origin = 'log2025-alpha1.rekor.sigstage.dev'
  const tlog = trusted.tlogs.find((one: { baseUrl: string }) => one.baseUrl === `https://${origin}`)
  const key = noteKey(origin, 'ed25519', bytesOfBase64(tlog.publicKey.rawBytes).slice(-32))
  assert.ok(key.ok)
  const { checkpoint, hashes, logIndex } = entry.inclusionProof
  const opened = openCheckpoint(
    bytesOfText(checkpoint.envelope),
    { origin, keys: [key.value] },
    pure,
  )
  if (!opened.ok) return opened.refusal
  const { size, root } = opened.value
  const leaf = leafHash(bytesOfBase64(entry.canonicalizedBody))
  const proof = hashes.map(bytesOfBase64)
  if (!isIncluded({ index: Number(logIndex), size, leaf, root, proof })) return 'not included'
  const signature = bytesOfBase64(bundle.messageSignature.signature)
  const [token] = material.timestampVerificationData.rfc3161Timestamps
  const problems = trusted.timestampAuthorities.map(
    (authority: { certChain: { certificates: { rawBytes: string }[] } }) => {
      const chain = authority.certChain.certificates.map((one) => bytesOfBase64(one.rawBytes))
      const trust = { anchors: chain.slice(-1), others: chain.slice(0, -1) }
      return verdict(bytesOfBase64(token.signedTimestamp), signature, trust)
    },
  )
  return problems.some((one: string) => one.startsWith('ok')) ? undefined : problems.at(-1)
}
