// SPDX-License-Identifier: EUPL-1.2
// A log of which the test holds the key: what an operator could make who means to deceive.
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import {
  approvalChallenge,
  approvalStatement,
  type Decision,
  readAttestationObject,
} from '@schouw/core/ledger/approvals'
import { base64, fromBase64url } from '@schouw/core/ledger/bytes'
import { pure } from '@schouw/core/ledger/cryptography'
import {
  containerOf,
  dossierSchema,
  headersFile,
  mediaType,
  mediaTypeName,
  payloadBytes,
  type ShownEntry,
  sealable,
  sealName,
  type ZipFile,
} from '@schouw/core/ledger/dossiers'
import { type Body, commitmentsTo, type Header, headerBytes } from '@schouw/core/ledger/entries'
import { canonicalJson } from '@schouw/core/ledger/json'
import { type NoteKey, noteKey, signCheckpoint, verifierKey } from '@schouw/core/ledger/notes'
import { Frontier, leafHash } from '@schouw/core/ledger/trees'
import { Authenticator } from '../../../server/identity/testing/authenticator.ts'
import { origin as pageOrigin } from '../../../server/identity/testing/house.ts'

const at = '2026-11-01T12:00:00.000Z'
const relyingParty = new URL(pageOrigin).hostname
const sha256 = (bytes: Uint8Array) => pure.digest('sha256', bytes)
const hexOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

export function bytesOf(value: unknown): Uint8Array {
  const bytes = canonicalJson(value)
  if (!bytes.ok) throw new Error(bytes.refusal)
  return bytes.value
}

export interface Enrolled {
  readonly id: string
  readonly authenticator: Authenticator
}

interface Voting {
  readonly key: Enrolled
  readonly choice?: Decision
  /** The vote says so, whatever was signed. */
  readonly said?: string
  /** SHA-256, hex, of the stamped checkpoint that the statement names. */
  readonly stamped?: string
  readonly wrong?: Parameters<Authenticator['assert']>[1]
}

export class OwnLog {
  readonly origin = 'ledger.example/own'
  readonly key: NoteKey
  readonly headers: Uint8Array[] = []
  readonly shown: ShownEntry[] = []
  readonly documents = new Map<string, Uint8Array>()
  readonly #privateKey: KeyObject
  readonly #latest = new Map<string, string>()

  /** A log that names another key than the one it signs by, when one is given. */
  constructor(named?: string) {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    this.#privateKey = privateKey
    const point = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32))
    const key = noteKey(this.origin, 'ed25519', point)
    if (!key.ok) throw new Error(key.refusal)
    this.key = key.value
    this.own('log.opened', { key: named ?? verifierKey(this.key) })
  }

  get size(): number {
    return this.headers.length
  }

  /** An entry of the log itself. */
  own(type: string, body: Body): number {
    return this.#append({ v: 1, log: this.origin, type, actor: 'system', at, body })
  }

  record(register: string, subject: string, set: object | undefined): number {
    const act = set === undefined ? 'retire' : 'create'
    const bytes = bytesOf(set === undefined ? { action: act } : { action: act, set })
    const slots = [{ slot: 'entry', salt: sha256(bytes), bytes }]
    const former = this.#latest.get(`${register}/${subject}`)
    const index = this.#append({
      ...{ v: 1, log: this.origin, type: `${register}.${act}`, actor: 'somebody', at },
      ...{ register, subject, schema: `${register}/1`, commit: commitmentsTo(slots, sha256) ?? [] },
      ...(former === undefined ? {} : { prev: former }),
    })
    this.#latest.set(`${register}/${subject}`, base64(leafHash(this.headers[index]!, sha256)))
    this.shown.push({ index, slots })
    return index
  }

  enrol(id: string, person: string): Enrolled {
    const authenticator = new Authenticator()
    const options = { user: { id: person }, rp: { id: relyingParty }, challenge: 'none' }
    const { response } = authenticator.register(options)
    const attested = fromBase64url(String(response['attestationObject'])) ?? new Uint8Array()
    const read = readAttestationObject(attested)
    if (read?.credential === undefined) throw new Error('the authenticator made nothing')
    const coseKey = Buffer.from(read.credential.key).toString('base64url')
    const names = { relying_party: relyingParty, page_origin: pageOrigin }
    this.record('approval-key', id, { person, cose_key: coseKey, ...names })
    return { id, authenticator }
  }

  /** A vote of the person `dirk`, signed over a document and the head as it is now. */
  vote(id: string, { key, choice = 'approve', said, stamped, wrong }: Voting): number {
    const document = new TextEncoder().encode(`What is asked in ${id}\n`)
    const statement = approvalStatement({
      ...{ v: 1, type: 'board-approval', tenant: 'own', log: this.origin, meeting: 'm-1' },
      ...{ resolution: `decision-${id}`, decision: choice, signer: 'dirk' },
      document: { name: 'asked.txt', bytes: document.length, sha256: hexOf(document) },
      registerHead: { size: this.size, root: base64(this.root()) },
      nonce: 'AAAAAAAAAAAAAAAAAAAAAA',
      ...(stamped === undefined ? {} : { stamped }),
    })
    if (!statement.ok) throw new Error(statement.refusal)
    const challenge = Buffer.from(approvalChallenge(statement.value, pure)).toString('base64url')
    const { response } = key.authenticator.assert({ rpId: relyingParty, challenge }, wrong)
    const standard = (name: string) =>
      Buffer.from(String(response[name]), 'base64url').toString('base64')
    const assertion = bytesOf({
      authenticator_data: standard('authenticatorData'),
      client_data_json: standard('clientDataJSON'),
      signature: standard('signature'),
    })
    const kept = { document, statement: statement.value, assertion }
    const digests = Object.fromEntries(
      Object.entries(kept).map(([name, bytes]) => {
        this.documents.set(hexOf(bytes), bytes)
        return [name, hexOf(bytes)]
      }),
    )
    const set = {
      ...{ decision: `decision-${id}`, person: 'dirk', approval_key: key.id, ...digests },
      choice: (said ?? choice).replace('-', '_'),
    }
    return this.record('vote', id, set)
  }

  root(size = this.size): Uint8Array {
    const frontier = Frontier.empty(sha256)
    for (const header of this.headers.slice(0, size)) frontier.append(leafHash(header, sha256))
    return frontier.root()
  }

  note(size = this.size, root = this.root(size)): Uint8Array {
    const signer = {
      key: this.key,
      sign: (message: Uint8Array) => new Uint8Array(sign(null, message, this.#privateKey)),
    }
    const note = signCheckpoint({ origin: this.origin, size, root }, [signer])
    if (!note.ok) throw new Error(note.refusal)
    return note.value
  }

  /** The files of a dossier with everything in it; what is given takes the place of what is there. */
  files(more: readonly ZipFile[] = [], described: object = {}): readonly ZipFile[] {
    const documents = [...this.documents].map(([name, bytes]) => ({ name, bytes }))
    const description = {
      ...{ schema: dossierSchema, log: this.origin, organisation: 'Own', scope: 'regulator' },
      ...{ language: 'en', from: '2026-01-01', until: '2026-12-31', size: this.size, at },
      entries: 'all',
      documents: documents
        .map(({ name }) => ({ sha256: name, name: 'a', type: 'text/plain' }))
        .toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1)),
      ...described,
    }
    const files = new Map<string, Uint8Array>([
      [mediaTypeName, new TextEncoder().encode(mediaType)],
      ['dossier.json', bytesOf(description)],
      ['headers.bin', headersFile(this.headers)],
      ['payloads.bin', payloadBytes(this.shown)],
      ['keys.txt', new TextEncoder().encode(`${verifierKey(this.key)}\n`)],
      [`checkpoints/${this.size}.txt`, this.note()],
      ...documents.map(({ name, bytes }) => [`documents/${name}`, bytes] as const),
      ...more.map(({ name, bytes }) => [name, bytes] as const),
    ])
    return [...files].map(([name, bytes]) => ({ name, bytes }))
  }

  #append(header: Header): number {
    const bytes = headerBytes(header)
    if (!bytes.ok) throw new Error(JSON.stringify(bytes))
    this.headers.push(bytes.value)
    return this.headers.length - 1
  }
}

/** A dossier of these files, with the list of files that goes with them. */
export function packed(files: readonly ZipFile[]): Uint8Array {
  const zip = containerOf(files, sha256)
  if (!zip.ok) throw new Error(zip.refusal)
  return zip.value
}

/** The same, with a token over the list. */
export function sealed(
  files: readonly ZipFile[],
  stamp: (bytes: Uint8Array) => Uint8Array,
): Uint8Array {
  return packed([...files, { name: sealName, bytes: stamp(sealable(files, sha256)) }])
}
