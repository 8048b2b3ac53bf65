// SPDX-License-Identifier: EUPL-1.2
// Dossiers that were made to deceive, each in one thing, and what has to be said of them.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fromBase64 } from '@schouw/core/ledger/bytes'
import { pure } from '@schouw/core/ledger/cryptography'
import { writeZip, type ZipFile } from '@schouw/core/ledger/dossiers'
import { certificatesOfPem, renewalList, renewedDigest } from '@schouw/core/ledger/timestamps'
import type { LocalAuthority } from '../../../server/timestamps/testing/authority.ts'
import { OwnLog, packed, sealed } from './own-log.ts'
import type { Case } from './vector-cases.ts'

export interface Deceit extends Case {
  /** Of the finding that has to be there. */
  readonly code?: string
  /** The command does not begin, for what it was given is no key. */
  readonly isUsage?: boolean
}

const text = (value: string) => new TextEncoder().encode(value)
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** A board of one, whose key is enrolled and who has voted. */
function signedLog(): { readonly log: OwnLog; readonly key: ReturnType<OwnLog['enrol']> } {
  const log = new OwnLog()
  log.record('decision', 'decision-1', { question: 'Do you approve?' })
  const key = log.enrol('key-1', 'dirk')
  log.vote('vote-1', { key })
  return { log, key }
}

export function ownCases(authority: LocalAuthority | undefined): readonly Deceit[] {
  return [
    ...keysAndVotes(),
    ...histories(),
    ...zipTricks(),
    ...oddKeys(),
    ...(authority === undefined ? [] : [...stamps(authority), ...renewals(authority)]),
  ]
}

function keysAndVotes(): readonly Deceit[] {
  const plain = signedLog().log
  const revoked = signedLog()
  revoked.log.record('approval-key', 'key-1', undefined)
  const after = signedLog()
  after.log.record('approval-key', 'key-1', undefined)
  after.log.vote('vote-2', { key: after.key })
  const late = new OwnLog()
  const stranger = new OwnLog()
  const foreign = stranger.enrol('key-1', 'dirk')
  late.record('decision', 'decision-1', {})
  late.vote('vote-1', { key: foreign })
  const unlike = signedLog()
  unlike.log.vote('vote-2', { key: unlike.key, choice: 'reject', said: 'approve' })
  const wrongs = {
    'another origin': { origin: 'http://elsewhere.example' },
    'no verified user': { isVerified: false },
    'a login': { type: 'webauthn.create' },
    'a forged signature': { isForged: true },
    'another party': { rpId: 'elsewhere.example' },
  }
  return [
    { name: 'a signed vote', bytes: packed(plain.files()), known: [], isProven: true },
    { name: 'a key revoked after', bytes: packed(revoked.log.files()), known: [], isProven: true },
    refused('a key revoked before', after.log, 'credential-revoked'),
    refused('a key nobody enrolled', late, 'enrolment-missing'),
    refused('a vote that says otherwise', unlike.log, 'approval-differs'),
    ...Object.entries(wrongs).map(([name, wrong]) => {
      const { log, key } = signedLog()
      log.vote('vote-2', { key, wrong })
      return refused(`a vote with ${name}`, log)
    }),
  ]
}

function refused(name: string, log: OwnLog, code?: string): Deceit {
  const bytes = packed(log.files())
  return { name, bytes, known: [], isProven: false, ...(code === undefined ? {} : { code }) }
}

function histories(): readonly Deceit[] {
  const { log } = signedLog()
  const half = log.size - 2
  const other = new Uint8Array(32).fill(7)
  const forked = log.files([{ name: `checkpoints/${half}.txt`, bytes: log.note(half, other) }])
  const hidden = log.files([{ name: 'checkpoints/1000.txt', bytes: log.note(half, other) }])
  const beyond = log.files([{ name: 'checkpoints/99.txt', bytes: log.note(99, other) }])
  const cut = (from: number, to: number) => {
    const shorter = signedLog().log
    shorter.headers.splice(from, to - from)
    return shorter
  }
  const twice = signedLog().log
  twice.headers.splice(2, 0, twice.headers[1]!)
  const swapped = signedLog().log
  const [first, second] = [swapped.headers[1]!, swapped.headers[2]!]
  swapped.headers.splice(1, 2, second, first)
  const whole = signedLog().log
  const lost = whole.files([], { size: whole.size }).map((file) => {
    if (file.name !== 'headers.bin') return file
    const last = whole.headers.at(-1)!.length + 2
    return { ...file, bytes: file.bytes.subarray(0, file.bytes.length - last) }
  })
  const of = (name: string, files: readonly ZipFile[], code: string): Deceit => ({
    ...{ name, bytes: packed(files), known: [], isProven: false, code },
  })
  return [
    of('another root at a size', forked, 'checkpoint-root-differs'),
    of('another root under another name', hidden, 'checkpoint-misnamed'),
    of('a head beyond the log', beyond, 'checkpoint-beyond-entries'),
    of('the last entry left out', lost, 'headers-count'),
    // Signed anew by the operator, and still not what the entries say of each other.
    of('an entry left out', cut(2, 3).files(), 'payload-changed'),
    of('an entry twice', twice.files(), 'previous-differs'),
    of('entries swapped', swapped.files(), 'payload-changed'),
    of('no entry at all', cut(0, 4).files([], { size: 1 }), 'key-unreadable'),
  ].map((one) => (one.code === 'payload-changed' ? withoutCode(one) : one))
}

/** Which of several findings comes first is not what is asked. */
function withoutCode({ code: _, ...one }: Deceit): Deceit {
  return one
}

function zipTricks(): readonly Deceit[] {
  const { log } = signedLog()
  const files = log.files()
  const good = packed(files)
  const patched = (at: number, value: number) => {
    const bytes = Uint8Array.from(good)
    bytes[at] = value
    return bytes
  }
  const end = good.length - 22
  const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts))
  const unlisted = writeZip(
    [
      ...filesOf(good).filter(({ name }) => name < 'proofs/'),
      { name: 'proofs/99.json', bytes: text('{}') },
      ...filesOf(good).filter(({ name }) => name > 'proofs/'),
    ].toSorted((a, b) =>
      a.name === 'mimetype' ? -1 : b.name === 'mimetype' ? 1 : a.name < b.name ? -1 : 1,
    ),
  )
  const renamed = Buffer.from(good)
  // The same length, in the local header and in the central directory alike.
  for (
    let at = renamed.indexOf('headers.bin');
    at !== -1;
    at = renamed.indexOf('headers.bin', at)
  ) {
    renamed.write('../ders.bin', at)
  }
  const tricks: readonly (readonly [name: string, bytes: Uint8Array])[] = [
    ['bytes before', joined(text('PK'), good)],
    ['bytes after', joined(good, Uint8Array.of(0))],
    ['a comment', joined(patched(end + 20, 1), text('x'))],
    ['a second directory', joined(good, good.subarray(end))],
    ['a method of compression', patched(8, 8)],
    ['an extra field announced', patched(28, 1)],
    ['a flag set', patched(6, 8)],
    ['a path that climbs', new Uint8Array(renamed)],
    ['a file that no list names', unlisted.ok ? unlisted.value : new Uint8Array()],
    ['two dossiers in one', joined(good, good)],
    ['half of it', good.subarray(0, good.length >> 1)],
    ['only the end', good.subarray(end)],
    ['a size that runs past the end', patched(21, 0xff)],
  ]
  const doubled = log.files([{ name: 'checkpoints/05.txt', bytes: log.note(5) }])
  return [
    ...tricks.map(([name, bytes]) => ({ name: `zip: ${name}`, bytes, known: [], isProven: false })),
    {
      ...{ name: 'zip: one size under two names', bytes: packed(doubled), known: [] },
      ...{ isProven: false, code: 'file-unknown-name' },
    },
  ]
}

function filesOf(zip: Uint8Array): readonly ZipFile[] {
  const files: ZipFile[] = []
  const view = new DataView(zip.buffer, zip.byteOffset)
  for (let at = 0; view.getUint32(at, true) === 0x04034b50; ) {
    const size = view.getUint32(at + 18, true)
    const from = at + 30 + view.getUint16(at + 26, true)
    const name = new TextDecoder().decode(zip.subarray(at + 30, from))
    files.push({ name, bytes: zip.subarray(from, from + size) })
    at = from + size
  }
  return files
}

/** Points of small order under which one signature fits every message: RFC 8032, section 5.1. */
const smallOrder = [
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0000000000000000000000000000000000000000000000000000000000000080',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  // The neutral point, spelled as nobody should.
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]

function oddKeys(): readonly Deceit[] {
  const body = `ledger.example/odd\n3\n${Buffer.alloc(32, 1).toString('base64')}\n`
  return smallOrder.flatMap((point, at) => {
    const spelled = oddVerifier(point)
    const id = Buffer.from(spelled.split('+')[1] ?? '', 'hex')
    const signature = Buffer.concat([id, Buffer.from(smallOrder[0] ?? '', 'hex'), Buffer.alloc(32)])
    const line = `\u2014 ledger.example/odd ${signature.toString('base64')}\n`
    const log = new OwnLog(spelled)
    const name = `a key of small order, ${at}`
    return [
      { name, bytes: text(`${body}\n${line}`), known: [], isProven: false, code: 'key-missing' },
      { name: `${name}, in a log`, bytes: packed(log.files()), known: [], isProven: false },
      {
        name: `${name}, given`,
        bytes: text(`${body}\n${line}`),
        ...{ known: [['key', text(`${spelled}\n`)] as const], isProven: false, isUsage: true },
      },
    ]
  })
}

function oddVerifier(point: string): string {
  const typed = Buffer.concat([Buffer.of(1), Buffer.from(point, 'hex')])
  const id = createHash('sha256').update('ledger.example/odd\n').update(typed).digest('hex')
  return `ledger.example/odd+${id.slice(0, 8)}+${typed.toString('base64')}`
}

/** With real tokens: over the right head, over another, from an authority nobody knows. */
function stamps(authority: LocalAuthority): readonly Deceit[] {
  const log = new OwnLog()
  log.record('decision', 'decision-1', {})
  const key = log.enrol('key-1', 'dirk')
  const note = log.note()
  const size = log.size
  const token = authority.stamp(note)
  log.vote('vote-1', { key, stamped: digest(note) })
  const anchor = ['anchor', new Uint8Array(readFileSync(authority.root))] as const
  const stamped = [
    { name: `checkpoints/${size}.txt`, bytes: note },
    { name: `tokens/${size}.tsr`, bytes: token },
  ]
  const with_ = (more: readonly ZipFile[]) => packed(log.files(more))
  const on = authority.stamp(log.note())
  const whole = sealed(log.files(stamped), (bytes) => authority.stamp(bytes))
  const bent = authority.stampForServers(note)
  return [
    { name: 'a stamped head', bytes: with_(stamped), known: [anchor], isProven: true },
    {
      ...{ name: 'a stamped head without its root', bytes: with_(stamped), known: [] },
      ...{ isProven: false, code: 'anchors-missing' },
    },
    {
      name: 'a stamp of another head',
      bytes: with_([...stamped.slice(0, 1), { name: `tokens/${size}.tsr`, bytes: on }]),
      ...{ known: [anchor], isProven: false, code: 'imprint-differs' },
    },
    {
      name: 'a stamp without its head',
      bytes: packed([...log.files(), ...stamped.slice(1)]),
      ...{ known: [anchor], isProven: false, code: 'approval-differs' },
    },
    {
      name: 'a stamp by a certificate for servers',
      bytes: with_([...stamped.slice(0, 1), { name: `tokens/${size}.tsr`, bytes: bent }]),
      ...{ known: [anchor], isProven: false, code: 'certificate-not-for-time-stamps' },
    },
    { name: 'a stamp over all of it', bytes: whole, known: [anchor], isProven: true },
    {
      ...{ name: 'a stamp over all of it, without its root', bytes: whole, known: [] },
      ...{ isProven: false, code: 'anchors-missing' },
    },
  ]
}

/** Tokens that were stamped again: as it should be, and in each way in which it should not. */
function renewals(authority: LocalAuthority): readonly Deceit[] {
  const { log } = signedLog()
  const note = log.note()
  const { size } = log
  const anchor = ['anchor', new Uint8Array(readFileSync(authority.root))] as const
  // Its certificate ends a moment later, and what is asked of another after that is too late.
  authority.replaceCertificateFor(2)
  const brief = authority.stamp(note)
  const sleep = new Int32Array(new SharedArrayBuffer(4))
  Atomics.wait(sleep, 0, 0, 3_100)
  authority.replaceCertificate(100)
  const lasting = authority.stamp(note)
  const none = new Uint8Array()
  const renewed = (token: Uint8Array, validation: Uint8Array = none, origin = log.origin) => {
    const digest = renewedDigest(token, validation, (bytes) => pure.digest('sha256', bytes))
    const list = renewalList({ origin, tokens: [{ of: 'stamp', number: size, digest }] })
    return [
      { name: 'tokens/renewal-1.txt', bytes: list },
      { name: 'tokens/renewal-1.tsr', bytes: authority.stamp(list) },
    ]
  }
  const with_ = (token: Uint8Array, more: readonly ZipFile[]) =>
    packed(
      log.files([
        { name: `checkpoints/${size}.txt`, bytes: note },
        { name: `tokens/${size}.tsr`, bytes: token },
        ...more,
      ]),
    )
  const of = (name: string, bytes: Uint8Array, code?: string): Deceit => ({
    ...{ name: `renewed: ${name}`, bytes, known: [anchor], isProven: code === undefined },
    ...(code === undefined ? {} : { code }),
  })
  const [list, token] = renewed(lasting)
  const other = renewed(brief)
  const broken = text('no certificate')
  const root = certificatesOfPem(readFileSync(authority.root, 'latin1'), fromBase64)?.[0] ?? none
  const beside = (bytes: Uint8Array) => ({ name: `tokens/${size}.der`, bytes })
  const bent = { ...list!, bytes: text(new TextDecoder().decode(list!.bytes).toUpperCase()) }
  return [
    of('in time', with_(lasting, renewed(lasting))),
    of('with what it was believed by', with_(lasting, [beside(root), ...renewed(lasting, root)])),
    of('after its certificate had ended', with_(brief, other), 'renewal-late'),
    of('another token', with_(lasting, other), 'renewal-differs'),
    of('other validation data', with_(lasting, [beside(root), list!, token!]), 'renewal-differs'),
    of('validation data that is none', with_(lasting, [beside(broken)]), 'validation-malformed'),
    of(
      'validation data cut off',
      with_(lasting, [beside(root.slice(0, -1))]),
      'validation-malformed',
    ),
    of('a list in another spelling', with_(lasting, [bent, token!]), 'renewal-malformed'),
    of(
      'of another log',
      with_(lasting, renewed(lasting, none, 'ledger.example/b')),
      'renewal-malformed',
    ),
    of('a list without its token', with_(lasting, [list!]), 'response-malformed'),
    of('the token of another list', with_(lasting, [list!, other[1]!]), 'imprint-differs'),
  ]
}
