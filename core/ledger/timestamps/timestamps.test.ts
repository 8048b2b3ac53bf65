// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { fromBase64 } from '../bytes/index.ts'
import { pure } from '../cryptography/index.ts'
import { Der, tags } from './der.ts'
import { element, integer, oid } from './der-write.ts'
import {
  certificatesOfPem,
  parseCertificate,
  parseResponse,
  parseTimestampRequest,
  parseToken,
  type TimestampTrust,
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

describe('DER', () => {
  it('takes any bytes without throwing, and stops at the first oddity', () => {
    const kinds = fc.constantFrom(0x30, 0x31, 0x02, 0x04, 0x80, 0xa0, 0x00, 0x01, 0x1f, 0x81, 0x82)
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.array(kinds, { maxLength: 40 }).map((list) => Uint8Array.from(list)),
    )
    fc.assert(
      fc.property(bytes, (raw) => {
        assert.equal(parseResponse(raw).ok, false)
        assert.equal(parseToken(raw).ok, false)
        assert.equal(parseCertificate(raw).ok, false)
        parseTimestampRequest(raw)
      }),
      { numRuns: 3000 },
    )
  })

  it('names what is not DER', () => {
    const oddity = (hexText: string, read: (der: Der) => void) => {
      const der = Der.of(new Uint8Array(Buffer.from(hexText, 'hex')))
      read(der)
      der.end()
      return der.oddity
    }
    const number = (der: Der) => void der.integer()
    assert.equal(oddity('020101', number), undefined)
    assert.equal(oddity('02020001', number), 'number-not-shortest')
    assert.equal(oddity('0202ff80', number), 'number-not-shortest')
    assert.equal(oddity('0200', number), 'number-not-shortest')
    assert.equal(oddity('02810101', number), 'length-not-shortest')
    assert.equal(oddity('0282000101', number), 'length-not-shortest')
    assert.equal(oddity('02800101', number), 'length-indefinite')
    assert.equal(oddity('020201', number), 'cut')
    assert.equal(oddity('02', number), 'cut')
    assert.equal(oddity('1f8101', number), 'long-tag')
    assert.equal(oddity('0401aa', number), 'other-tag')
    assert.equal(oddity('02010100', number), 'rest')
    assert.equal(
      oddity('02050100000000', (der) => void der.count()),
      'number-too-large',
    )
    assert.equal(
      oddity('060180', (der) => void der.oid()),
      'oid-malformed',
    )
    assert.equal(
      oddity('06028001', (der) => void der.oid()),
      'oid-malformed',
    )
    assert.equal(
      oddity('0300', (der) => void der.bits()),
      'bits-unused',
    )
    const time = (text: string) =>
      oddity(
        Buffer.concat([Buffer.from([0x18, text.length]), Buffer.from(text)]).toString('hex'),
        (der) => void der.time(),
      )
    assert.equal(time('20261121173953Z'), undefined)
    assert.equal(time('20261121173953.25Z'), undefined)
    for (const text of [
      '20261121173953.50Z',
      '20261121173960Z',
      '20260230000000Z',
      '20261121173953+0100',
      '202611211739Z',
    ])
      assert.equal(time(text), 'time-malformed', text)
  })

  it('reads what it writes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.array(fc.nat(2 ** 31), { maxLength: 6 }),
        (raw, arcs) => {
          const text = ['2', '5', ...arcs].join('.')
          const identifier = oid(text)
          assert.ok(identifier)
          const der = Der.of(
            element(tags.sequence, integer(raw), element(tags.octets, raw), identifier),
          )
          const inner = der.enter(tags.sequence)
          const number = inner.integer()
          const trimmed = Buffer.from(number)
            .toString('hex')
            .replace(/^(00)+/, '')
          assert.equal(
            trimmed,
            Buffer.from(raw)
              .toString('hex')
              .replace(/^(00)+/, ''),
          )
          assert.deepEqual(Uint8Array.from(inner.take(tags.octets)), raw)
          assert.equal(inner.oid(), text)
          inner.end()
          der.end()
          assert.equal(der.oddity, undefined)
        },
      ),
    )
    assert.equal(oid('1.40.1'), undefined)
    assert.equal(oid('1.2.x'), undefined)
  })
})

describe('revocation and other authorities', { skip: opensslAbsent() }, () => {
  it('agrees with OpenSSL on a fresh authority: RSA-PSS, brainpool, lists of the revoked', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ledger-tsa-'))
    try {
      for (const key of ['rsa', 'pss', 'brainpool'] as const) freshAuthority(folder, key)
    } finally {
      rmSync(folder, { recursive: true })
    }
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

function freshAuthority(folder: string, kind: 'rsa' | 'pss' | 'brainpool'): void {
  const run = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })
  const read = (file: string) => new Uint8Array(readFileSync(join(folder, file)))
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text)
  write('index.txt', '')
  write('number', '1001\n')
  write('serial', '01\n')
  write('data', `stamped by ${kind}`)
  write(
    'ca.cnf',
    `[ca]
default_ca=d
[d]
database=index.txt
crlnumber=number
default_md=sha256
default_crl_days=30
[req]
distinguished_name=dn
[dn]
[root]
basicConstraints=critical,CA:TRUE
keyUsage=critical,keyCertSign,cRLSign
[signer]
keyUsage=critical,digitalSignature
extendedKeyUsage=critical,timeStamping
[tsa]
default_tsa=t
[t]
serial=serial
default_policy=1.2.3.4
digests=sha256,sha384,sha512
signer_digest=sha256
ess_cert_id_alg=sha256
`,
  )
  const keyArgs = {
    rsa: ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'],
    pss: ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'],
    brainpool: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:brainpoolP256r1'],
  }[kind]
  const pss =
    kind === 'pss' ? ['-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:32'] : []
  for (const name of ['root', 'signer']) run('genpkey', ...keyArgs, '-out', `${name}.key`)
  run(
    'req',
    '-x509',
    '-new',
    '-key',
    'root.key',
    '-subj',
    `/CN=Root ${kind}`,
    '-days',
    '30',
    '-config',
    'ca.cnf',
    '-extensions',
    'root',
    '-out',
    'root.pem',
    ...pss,
  )
  run(
    'req',
    '-new',
    '-key',
    'signer.key',
    '-subj',
    `/CN=Signer ${kind}`,
    '-config',
    'ca.cnf',
    '-out',
    'signer.csr',
  )
  run(
    'x509',
    '-req',
    '-in',
    'signer.csr',
    '-CA',
    'root.pem',
    '-CAkey',
    'root.key',
    '-CAcreateserial',
    '-days',
    '20',
    '-extfile',
    'ca.cnf',
    '-extensions',
    'signer',
    '-out',
    'signer.pem',
    ...pss,
  )
  run('ts', '-query', '-data', 'data', '-sha256', '-cert', '-out', 'q.tsq')
  run(
    'ts',
    '-reply',
    '-queryfile',
    'q.tsq',
    '-signer',
    'signer.pem',
    '-inkey',
    'signer.key',
    '-config',
    'ca.cnf',
    '-section',
    't',
    '-out',
    'r.tsr',
  )
  run(
    'ca',
    '-gencrl',
    '-config',
    'ca.cnf',
    '-keyfile',
    'root.key',
    '-cert',
    'root.pem',
    '-out',
    'clean.pem',
    ...pss,
  )
  const list = (file: string) => new Uint8Array(run('crl', '-in', file, '-outform', 'DER'))
  const anchors = certificates(readFileSync(join(folder, 'root.pem'), 'utf8'))
  const trust = { anchors, nowMs: Date.now() + 60_000 }
  const request = parseTimestampRequest(read('q.tsq'))
  assert.ok(request.ok)
  const { nonce } = request.value
  const response = read('r.tsr')
  const stamped = (lists: readonly Uint8Array[]) =>
    verdict(response, read('data'), { ...trust, revocationLists: lists }, nonce)
  assert.equal(stamped([]), `ok Signer ${kind}`)
  assert.equal(stamped([list('clean.pem')]), `ok Signer ${kind}`)
  run(
    'ca',
    '-revoke',
    'signer.pem',
    '-config',
    'ca.cnf',
    '-keyfile',
    'root.key',
    '-cert',
    'root.pem',
    '-crl_reason',
    'keyCompromise',
    ...pss,
  )
  run(
    'ca',
    '-gencrl',
    '-config',
    'ca.cnf',
    '-keyfile',
    'root.key',
    '-cert',
    'root.pem',
    '-out',
    'revoked.pem',
    ...pss,
  )
  assert.equal(stamped([list('revoked.pem')]), '11 certificate-revoked')
  const wrong = list('revoked.pem').slice(0, -3)
  assert.equal(stamped([wrong]), '11 revocation-list-unclear')
}
