// SPDX-License-Identifier: EUPL-1.2
// Fetches what is new with a provider and brings it in as one archive, digests and signatures beside
// the documents. What its digest does not fit is left out and asked for again.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { KeyAddress, Listed } from '@schouw/formats/csaf'
import { Keyring, readKeys } from '@schouw/formats/openpgp'
import { newId } from '../../http/ids.ts'
import type { Around, Going } from '../around.ts'
import { runImport } from '../run.ts'
import { storeImport } from '../store.ts'
import { tarEnd, tarFile } from '../tar.ts'
import { type Bounds, type Outside, usualBounds } from './bounds.ts'
import { get, type Validators } from './get.ts'
import { acceptedKeys, broughtByHand, keyEntry, keyRows, storeKey } from './keys.ts'
import { listedBy } from './listed.ts'
import {
  type FetchOutcome,
  type ProviderRow,
  providerRow,
  type Remembered,
  settle,
} from './store.ts'

interface Surroundings extends Around {
  readonly isPrivateAllowed: boolean
  readonly bounds?: Bounds
}

const mostProblems = 100

/** An unreachable provider is an outcome, said with the provider; it throws only when cancelled. */
export async function runFetch(around: Surroundings, id: string, going: Going): Promise<void> {
  const { storage, clock } = around
  const { tenant } = going
  const row = await storage.read(tenant, (db) => providerRow(db, id))
  if (row === undefined) return
  const fetching = new Fetching(around, row, going)
  const { outcome, set } = await fetching.run().catch((error: unknown) => {
    if (going.signal?.aborted !== true) throw error
    return { outcome: { ...fetching.outcome, state: 'cancelled' as const }, set: {} }
  })
  await storage.write(tenant, (db) => settle(db, id, { outcome, at: clock(), ...set }))
  going.signal?.throwIfAborted()
}

type Open<Value> = { -readonly [Name in keyof Value]: Value[Name] }

interface Settled {
  readonly outcome: FetchOutcome
  readonly set: { readonly seenUntil?: string; readonly remembered?: Remembered }
}

class Fetching {
  readonly outcome: Open<FetchOutcome> & { problems: { path: string; found: string }[] } = {
    state: 'done',
    listed: 0,
    fetched: 0,
    unchanged: 0,
    left_out: 0,
    without_hash: 0,
    signed: 0,
    is_more: false,
    import: null,
    problems: [],
  }
  readonly #around: Surroundings
  readonly #row: ProviderRow
  readonly #going: Going
  readonly #bounds: Bounds
  readonly #validators: Record<string, Validators>
  #keyring: Keyring | undefined

  constructor(around: Surroundings, row: ProviderRow, going: Going) {
    this.#around = around
    this.#row = row
    this.#going = going
    this.#bounds = around.bounds ?? usualBounds
    this.#validators = { ...row.remembered.validators }
  }

  async run(): Promise<Settled> {
    const folder = await mkdtemp(join(tmpdir(), 'schouw-fetch-'))
    const path = join(folder, 'fetched.tar')
    try {
      const file = await open(path, 'w', 0o600)
      let set: Settled['set'] = {}
      try {
        set = await this.#into(file)
      } finally {
        await file.close()
      }
      if (this.outcome.fetched > 0) await this.#bring(path)
      return { outcome: this.outcome, set }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  async #into(file: FileHandle): Promise<Settled['set']> {
    const { sort, url, seenUntil, remembered } = this.#row
    if (sort !== 'csaf') return this.#catalogue(file)
    const listed = await listedBy(this.#outside(), url)
    for (const one of listed.problems) this.#problem(one.path, one.found)
    await this.#keys(listed.keys)
    if (listed.documents.length === 0 && listed.problems.length > 0) this.outcome.state = 'failed'
    this.outcome.listed = listed.documents.length
    const again = new Set(remembered.again)
    const edge = new Set(remembered.edge)
    const wanted = listed.documents
      .filter((one) => again.has(one.url) || isNew(one, seenUntil, edge))
      .toSorted((a, b) => (a.updated < b.updated ? -1 : a.updated > b.updated ? 1 : 0))
    const failed: string[] = []
    let [until, bytes, count] = [seenUntil, 0, 0]
    for (const one of wanted) {
      if (count >= this.#bounds.documents || bytes >= this.#bounds.allBytes) {
        this.outcome.is_more = true
        break
      }
      count += 1
      const size = await this.#document(file, one)
      if (size === null) failed.push(one.url)
      else bytes += size
      if (one.updated > until) until = one.updated
      await this.#going.progress({ done: count, total: wanted.length, of: 'documents' })
    }
    await file.appendFile(tarEnd)
    const reached = wanted.slice(0, count)
    const left = remembered.again.filter((one) => !reached.some(({ url: own }) => own === one))
    const same = until === seenUntil ? remembered.edge : []
    const atEdge = reached.filter(({ updated }) => updated === until).map((one) => one.url)
    return {
      seenUntil: until,
      remembered: {
        validators: this.#validators,
        again: [...left, ...failed].slice(0, 1_000),
        edge: [...new Set([...same, ...atEdge])].slice(0, 5_000),
      },
    }
  }

  /** Takes what the provider says are its keys; which of them count is not up to it. */
  async #keys(listed: readonly KeyAddress[]): Promise<void> {
    const { storage, clock } = this.#around
    const { tenant } = this.#going
    const { by, url: from } = this.#row
    const known = await storage.read(tenant, keyRows)
    const isFirst = !known.some(({ url }) => url === from)
    for (const { fingerprint, url } of listed) {
      if (known.some((one) => one.fingerprint === fingerprint && one.url === from)) continue
      if (!URL.canParse(url, from)) {
        this.#problem(from, 'a key without an address')
        continue
      }
      const at = new URL(url, from).href
      const got = await this.#get(at, this.#bounds.keyBytes)
      const keys = 'bytes' in got ? await readKeys(got.bytes) : []
      const key = keys.find((one) => fingerprint === '' || one.fingerprint === fingerprint)
      if (key === undefined) {
        this.#problem(at, 'fault' in got ? got.fault : 'not the key it is said to be')
        continue
      }
      // Who brought the same key by hand has said of it what there is to say.
      const whose = known.find(
        (one) =>
          one.fingerprint === key.fingerprint && one.url === broughtByHand && one.basis !== null,
      )?.accepted_by
      const basis = isFirst ? 'first_contact' : whose == null ? null : 'person'
      const stored = { key, url: from, basis, at: clock(), by: whose ?? by } as const
      const row = { id: newId(clock()), ...stored }
      const isNew = await storage.write(tenant, (db) => storeKey(db, row))
      if (!isNew) continue
      const action = basis === null ? 'found' : 'accepted'
      await storage.apply(tenant, keyEntry(row.id, action, row.by, key.fingerprint))
      if (basis === null) this.#problem(at, 'a new key waits for somebody')
    }
    this.#keyring = await Keyring.of(await storage.read(tenant, (db) => acceptedKeys(db, from)))
  }

  /** Gives its size; null where it did not come whole. */
  async #document(file: FileHandle, listed: Listed): Promise<number | null> {
    const { url } = listed
    const got = await this.#get(url, this.#bounds.documentBytes, this.#validators[url])
    if ('unchanged' in got) {
      this.outcome.unchanged += 1
      return 0
    }
    if ('fault' in got) return this.#leaveOut(url, got.fault)
    const hash = await this.#hash(listed)
    if (hash !== null) {
      const own = createHash(hash.algorithm).update(got.bytes).digest('hex')
      if (own !== hash.text) return this.#leaveOut(url, `${hash.algorithm} differs`)
    } else this.outcome.without_hash += 1
    const signature = await this.#get(listed.signature ?? `${url}.asc`, this.#bounds.sideBytes)
    if ('bytes' in signature && (await this.#isForged(got.bytes, signature.bytes))) {
      return this.#leaveOut(url, 'signature differs')
    }
    const path = this.#pathOf(url)
    await file.appendFile(tarFile(path, got.bytes))
    if (hash !== null) {
      await file.appendFile(tarFile(`${path}.${hash.algorithm}`, Buffer.from(hash.text)))
    }
    if ('bytes' in signature) {
      this.outcome.signed += 1
      await file.appendFile(tarFile(`${path}.asc`, signature.bytes))
    }
    // Where the list has no dates, this is how the next round knows.
    if (listed.updated === '') this.#validators[url] = got.validators
    this.outcome.fetched += 1
    return got.bytes.length
  }

  async #isForged(bytes: Buffer, signature: Buffer): Promise<boolean> {
    return (await this.#keyring?.check(bytes, signature))?.state === 'bad'
  }

  /** The stronger first, where nobody says which there is. */
  async #hash({ url, hash }: Listed) {
    for (const at of hash === null ? [`${url}.sha512`, `${url}.sha256`] : [hash]) {
      const got = await this.#get(at, this.#bounds.sideBytes)
      if (!('bytes' in got)) continue
      const text = got.bytes.toString('latin1').trim().split(/\s/)[0]?.toLowerCase() ?? ''
      const algorithm = text.length === 128 ? 'sha512' : text.length === 64 ? 'sha256' : null
      if (algorithm !== null && /^[0-9a-f]+$/.test(text)) return { algorithm, text }
      // It is there and is no digest: nothing fits it.
      return { algorithm: 'sha256' as const, text: 'unreadable' }
    }
    return null
  }

  async #catalogue(file: FileHandle): Promise<Settled['set']> {
    const { sort, url } = this.#row
    const known = this.#validators[url]
    const got = await this.#get(url, this.#bounds.documentBytes, known)
    if ('unchanged' in got) this.outcome.unchanged = 1
    else if ('fault' in got) {
      this.outcome.state = 'failed'
      this.#problem(url, got.fault)
    } else {
      this.outcome.listed = 1
      this.#validators[url] = got.validators
      this.outcome.fetched = 1
      const isPacked = got.bytes[0] === 0x1f && got.bytes[1] === 0x8b
      const name = sort === 'kev' ? 'kev.json' : isPacked ? 'epss.csv.gz' : 'epss.csv'
      await file.appendFile(Buffer.concat([tarFile(name, got.bytes), tarEnd]))
    }
    return { remembered: { ...this.#row.remembered, validators: this.#validators } }
  }

  async #bring(path: string): Promise<void> {
    const { storage, files, clock } = this.#around
    const { tenant } = this.#going
    const { name, url, licence, by } = this.#row
    const at = clock()
    const fileName = `${name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 80)}.tar`
    const stream = createReadStream(path)
    const taken = await files.take({ tenant, by, at, name: fileName, stream })
    if (!taken.ok) {
      this.outcome.state = 'failed'
      this.#problem(url, taken.refusal)
      return
    }
    const id = newId(at)
    const { digest, size } = taken.value
    const about = { id, fileName, digest, size: Number(size), origin: url, licence, at, by }
    await storage.write(tenant, (db) => storeImport(db, about))
    this.outcome.import = id
    await runImport(this.#around, id, this.#going)
  }

  #leaveOut(url: string, found: string): null {
    this.outcome.left_out += 1
    this.#problem(url, found)
    return null
  }

  #problem(path: string, found: string): void {
    if (this.outcome.problems.length >= mostProblems) return
    this.outcome.problems.push({ path: path.slice(0, 500), found })
  }

  /** A name of our own: nothing of an address becomes a path. */
  #pathOf(url: string): string {
    const digest = createHash('sha256').update(url).digest('hex').slice(0, 12)
    const last = new URL(url).pathname.split('/').at(-1) ?? ''
    const name = last.replaceAll(/[^A-Za-z0-9._-]/g, '_').replace(/\.json$/i, '')
    return `${digest}/${name.slice(0, 60).replace(/^\.+/, '_')}.json`
  }

  #get(url: string, mostBytes: number, known?: Validators) {
    return get({ ...this.#outside(), url, mostBytes, known })
  }

  #outside(): Outside {
    const { isPrivateAllowed } = this.#around
    const { signal } = this.#going
    return { isPrivateAllowed, signal, timeMs: this.#bounds.timeMs, bounds: this.#bounds }
  }
}

function isNew({ url, updated }: Listed, seenUntil: string, edge: ReadonlySet<string>): boolean {
  if (updated === '' || updated > seenUntil) return true
  return updated === seenUntil && !edge.has(url)
}
