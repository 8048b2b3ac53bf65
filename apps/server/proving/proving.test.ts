// SPDX-License-Identifier: EUPL-1.2
// Time-stamps that last, a witness, and heads in people's mail: what no operator can take back.
import assert from 'node:assert/strict'
import { generateKeyPairSync, sign } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, it } from 'node:test'
import { pure } from '@schouw/core/ledger/cryptography'
import { containerOf, judgeDossier } from '@schouw/core/ledger/dossiers'
import {
  noteKey,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  type Signer,
  type Witnessed,
  witnessAnswer,
} from '@schouw/core/ledger/notes'
import { judgeTimestamp } from '@schouw/core/ledger/verdicts'
import { filesOf } from '../dossier/gather.ts'
import { FolderStore } from '../files/folder-store.ts'
import { httpApp } from '../http/app.ts'
import { developmentTokens } from '../http/development.ts'
import { keysOf } from '../http/log-answers.ts'
import { everybody } from '../http/testing/people.ts'
import { ask } from '../http/testing/requests.ts'
import { sha256 } from '../storage/ledger/hash.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { creating, done } from '../storage/testing/records.ts'
import { first, second } from '../storage/testing/tenants.ts'
import { renewStamps } from '../timestamps/renew.ts'
import { sealedFiles } from '../timestamps/seal.ts'
import { type TimestampSettings, timestampSettings } from '../timestamps/settings.ts'
import { stampNow } from '../timestamps/stamp.ts'
import {
  type LocalAuthority,
  localAuthority,
  opensslAbsent,
} from '../timestamps/testing/authority.ts'
import { judged, said } from '../verify/testing/data.ts'
import { cosignHeads } from '../witness/cosign.ts'
import { type WitnessSettings, witnessSettings } from '../witness/settings.ts'

const absent = opensslAbsent()
const dayMs = 86_400_000

/** A C2SP witness of one log, as `core` decides; it can be told to forget, or to run ahead. */
class LocalWitness {
  readonly signer: Signer
  known: Witnessed | undefined
  readonly #server: Server

  constructor() {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    const point = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32))
    const key = noteKey('witness.example/w', 'cosignature', point)
    assert.ok(key.ok)
    const signed = (message: Uint8Array) => new Uint8Array(sign(null, message, privateKey))
    this.signer = { key: key.value, sign: signed }
    this.#server = createServer((request, response) => {
      const parts: Buffer[] = []
      request.on('data', (part) => parts.push(part))
      request.on('end', () => {
        const with_ = { signer: this.signer, timeS: 1_790_000_000, crypto: pure }
        const known = this.known === undefined ? [] : [this.known]
        const answer = witnessAnswer(Buffer.concat(parts), known, with_)
        if (answer.head !== undefined && this.known !== undefined) {
          this.known = { ...this.known, head: answer.head }
        }
        response.writeHead(answer.status, { 'content-type': answer.contentType }).end(answer.body)
      })
    })
  }

  async open(): Promise<WitnessSettings> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    const { port } = this.#server.address() as AddressInfo
    return { url: `http://127.0.0.1:${port}`, key: this.signer.key }
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }
}

it('a witness is off without an address, and owes a key with one', () => {
  const of = (env: Readonly<Record<string, string>>) => {
    const read = witnessSettings(env)
    return read.ok ? read.value : read.refusal
  }
  assert.equal(of({}), undefined)
  assert.equal(of({ SCHOUW_WITNESS_URL: 'ftp://x' }), 'witness-url')
  assert.equal(of({ SCHOUW_WITNESS_URL: 'http://x' }), 'witness-key')
})

if (absent !== false) it('renews time-stamps', { skip: absent }, () => {})
else {
  onBothEngines('what stands outside', (bench) => {
    let authority: LocalAuthority
    let settings: TimestampSettings
    const witness = new LocalWitness()
    let witnessed: WitnessSettings
    let aheadMs = 0
    before(async () => {
      authority = await localAuthority()
      witnessed = await witness.open()
      const read = timestampSettings({
        SCHOUW_TSA_URL: authority.url,
        SCHOUW_TSA_ANCHORS: authority.root,
        SCHOUW_TSA_CRLS: `${authority.url}list`,
      })
      assert.ok(read.ok && read.value !== undefined)
      settings = read.value
    })
    after(() => {
      authority.stop()
      witness.close()
    })
    const clock = () => new Date(Date.now() + aheadMs).toISOString()
    const stamping = () => ({ storage: bench.storage, settings, clock, tenants: [first] })
    const renewing = () => renewStamps(stamping())
    const site = (code: string) => done(bench.storage, creating('site', { code, name: code }))
    const cosigning = () =>
      cosignHeads({ storage: bench.storage, settings: witnessed, clock, tenants: [first] })
    const layers = async () => {
      const authenticate = developmentTokens(everybody)
      const proving = {
        ...{ timestamps: settings, witness: witnessed, isMailed: false },
        stampSoon: () => {},
      }
      const app = await httpApp({ storage: bench.storage, authenticate, clock, proving })
      const told = async (tenant: string) => {
        const came = await ask(app, { as: 'auditor', tenant, url: '/api/v1/proof/layers' })
        assert.equal(came.status, 200, came.text)
        return came.body
      }
      const both = [await told(first), await told(second)] as const
      await app.close()
      return both
    }
    const dossier = async () => {
      const { storage } = bench
      const { checkpoint: note } = await storage.log(first)
      const wanted = {
        ...{ scope: 'regulator' as const, language: 'en' as const, showNames: false, withhold: [] },
        ...{ from: '2026-01-01', until: '2099-12-31', now: clock() },
      }
      const files = await storage.read(first, (db) =>
        filesOf(
          {
            ...{ tenant: first, db, transaction: storage.session.transaction, note },
            store: new FolderStore('/nowhere'),
          },
          wanted,
        ),
      )
      const sealed = await sealedFiles(files, { storage, settings, tenant: first, clock })
      const zip = containerOf(sealed, sha256)
      assert.ok(zip.ok)
      return zip.value
    }
    const trust = () => ({
      ...{ keys: [], anchors: settings.anchors, witnesses: [witnessed.key] },
      nowMs: Date.parse(clock()) + 60_000,
    })

    it('is told to be nothing while nothing is', async () => {
      await site('A1')
      const [own, other] = await layers()
      assert.deepEqual(own.alarms, ['nothing-outside'])
      assert.equal(own.timestamps.newest, null)
      assert.notEqual(own.log.origin, other.log.origin)
    })

    it('keeps what a token was believed by, lists of revoked certificates among it', async () => {
      assert.deepEqual(await stampNow(stamping(), first), { stamped: 1, failed: 0 })
      const [own, other] = await layers()
      assert.deepEqual(own.alarms, [])
      assert.ok(own.timestamps.newest.chain_ends_at > clock())
      assert.equal(other.timestamps.newest, null)
      const verdict = judgeDossier(await dossier(), trust(), pure)
      assert.deepEqual(verdict.findings, [])
      const of = (name: string) => verdict.layers.find(({ layer }) => layer === name)
      assert.equal(of('revocation')?.state, 'proven')
      // One stamp over the head, one over the list of files.
      assert.ok(Number.isInteger(of('timestamp')?.facts['files_by_ms']))
    })

    it('asks for one token over the same files, however often they are asked for', async () => {
      const before = authority.asked
      assert.deepEqual(await dossier(), await dossier())
      assert.equal(authority.asked, before)
    })

    it('tells of a clock that is wrong', async () => {
      aheadMs = -3_600_000
      await site('A2')
      assert.deepEqual(await stampNow(stamping(), first), { stamped: 0, failed: 1 })
      assert.deepEqual((await layers())[0].alarms, ['clock-differs'])
      aheadMs = 30_000
      await site('A3')
      await bench.storage.engine.pool.query('update schouw.log_timestamps set due_at = now()')
      assert.deepEqual(await stampNow(stamping(), first), { stamped: 1, failed: 0 })
      assert.deepEqual((await layers())[0].alarms, ['clock-differs'])
      aheadMs = 0
      await site('A4')
      await stampNow(stamping(), first)
      assert.deepEqual((await layers())[0].alarms, [])
    })

    it('renews no token before its time, and all of them by one when it comes', async () => {
      assert.deepEqual(await renewing(), { renewed: 0 })
      aheadMs = 12 * dayMs
      // The same certificate again moves nothing, and is not asked for every day.
      assert.deepEqual(await renewing(), { renewed: 0 })
      const asked = authority.asked
      assert.deepEqual(await renewing(), { renewed: 0 })
      assert.equal(authority.asked, asked)
      assert.equal(
        (await layers())[0].timestamps.renewal_error,
        'the authority has no newer certificate',
      )
      aheadMs = 75 * dayMs
      assert.deepEqual((await layers())[0].alarms, ['chain-ends'])
      authority.replaceCertificate(300)
      assert.deepEqual(await renewing(), { renewed: 1 })
      assert.deepEqual(await renewing(), { renewed: 0 })
      assert.deepEqual((await layers())[0].alarms, [])
      const verdict = judgeDossier(await dossier(), trust(), pure)
      assert.deepEqual(verdict.findings, [])
      const told = verdict.layers.find(({ layer }) => layer === 'timestamp')
      const renewals = told?.facts['renewals'] as readonly { readonly tokens: number }[]
      const stamps = told?.facts['stamps'] as readonly unknown[]
      assert.deepEqual(
        renewals.map(({ tokens }) => tokens),
        [stamps.length],
      )
      aheadMs = 0
    })

    it('is cosigned by a witness, which sees one history grow', async () => {
      const [verifier = ''] = await keysOf(bench.storage, first)
      const key = parseVerifierKey(verifier)
      assert.ok(key.ok)
      const { origin } = (await bench.storage.log(first)).head
      // Not yet: a witness that does not know the log answers 404.
      assert.deepEqual(await cosigning(), { cosigned: 0, failed: 1 })
      assert.deepEqual((await layers())[0].alarms, ['witness-silent'])
      witness.known = { log: { origin, keys: [key.value] } }
      assert.deepEqual(await cosigning(), { cosigned: 1, failed: 0 })
      assert.deepEqual(await cosigning(), { cosigned: 0, failed: 0 })
      for (let n = 0; n < 5; n += 1) await site(`W${n}`)
      assert.deepEqual(await cosigning(), { cosigned: 1, failed: 0 })
      const verdict = judgeDossier(await dossier(), trust(), pure)
      assert.deepEqual(verdict.findings, [])
      const seen = verdict.layers.find(({ layer }) => layer === 'witnesses')
      assert.equal(seen?.state, 'proven')
      const stranger = judgeDossier(await dossier(), { ...trust(), witnesses: [] }, pure)
      assert.deepEqual(stranger.findings, [])
      assert.equal(stranger.layers.find(({ layer }) => layer === 'witnesses')?.state, 'not-claimed')
    })

    it('goes on from where a witness says it is, and raises the alarm when that is ahead', async () => {
      await bench.storage.engine.pool.query('delete from schouw.log_cosignatures')
      await site('X1')
      assert.deepEqual(await cosigning(), { cosigned: 1, failed: 0 })
      await site('X2')
      const { log, head } = witness.known ?? assert.fail()
      assert.ok(head)
      witness.known = { log, head: { ...head, size: head.size + 100 } }
      assert.deepEqual(await cosigning(), { cosigned: 0, failed: 1 })
      assert.deepEqual((await layers())[0].alarms, ['witness-ahead'])
    })

    it('is judged with the data: a change in any token, list or line is named', async () => {
      const known = { anchors: settings.anchors, witnesses: [witnessed.key] }
      const trusted = { ...known, nowMs: Date.parse(clock()) + 60_000 }
      const verdict = await judged(bench, trusted)
      assert.deepEqual(said(verdict), [])
      const of = (name: string) => verdict.parts[0]?.layers.find(({ layer }) => layer === name)
      assert.equal(of('witnesses')?.state, 'proven')
      const { renewals, dossiers } = of('timestamp')?.facts ?? {}
      assert.deepEqual([renewals, Number(dossiers) > 0], [1, true])
      const { pool } = bench.storage.engine
      const bit = (column: string, at: string) =>
        `set_byte(${column}, ${at}, get_byte(${column}, ${at}) # 1)`
      const last = 'get_byte(list, length(list) - 2)'
      const digit = `set_byte(list, length(list) - 2, case ${last} when 48 then 49 else 48 end)`
      const other = "case substr(line, 60, 1) when 'A' then 'B' else 'A' end"
      const letter = `overlay(line placing ${other} from 60)`
      const changes = [
        ['log_renewals', 'list', digit, 'renewal-differs'],
        ['log_renewals', 'list', bit('list', '3'), 'renewal-malformed'],
        ['log_renewals', 'token', bit('token', 'length(token) - 9'), 'signature-wrong'],
        ['log_renewals', 'validation', bit('validation', '0'), 'validation-malformed'],
        ['log_renewals', 'chain_ends_at', "chain_ends_at + interval '1 s'", 'stamp-row-differs'],
        [
          'log_timestamps',
          'validation',
          bit('validation', 'length(validation) - 9'),
          'renewal-differs',
        ],
        ['log_timestamps', 'chain_ends_at', "chain_ends_at - interval '1 s'", 'stamp-row-differs'],
        ['log_cosignatures', 'line', letter, 'cosignature-differs'],
        ['log_cosignatures', 'witness', "'elsewhere'", 'cosignature-differs'],
        ['dossier_seals', 'digest', bit('digest', '5'), 'imprint-differs'],
        ['dossier_seals', 'token', bit('token', 'length(token) - 9'), 'signature-wrong'],
      ] as const
      for (const [table, column, value, code] of changes) {
        const own = `select ctid from schouw.${table} where tenant = '${first}'`
        const isThere = table.startsWith('log_times') || table === 'log_renewals'
        const one = `ctid = (${own} ${isThere ? 'and token is not null' : ''} order by ctid limit 1)`
        await pool.query(`create table public.before as select * from schouw.${table}`)
        await pool.query(`update schouw.${table} set ${column} = ${value} where ${one}`)
        const codes = said(await judged(bench, trusted)).join(' | ')
        assert.ok(codes.includes(code), `${table}.${column}: ${codes}`)
        await pool.query(`delete from schouw.${table}`)
        await pool.query(`insert into schouw.${table} select * from public.before`)
        await pool.query('drop table public.before')
      }
      assert.deepEqual(said(await judged(bench, trusted)), [])
    })

    it('is refused by a certificate that was revoked before', async () => {
      await site('R1')
      authority.revokeCertificate()
      assert.deepEqual(await stampNow(stamping(), first), { stamped: 0, failed: 1 })
      const { rows } = await bench.storage.engine.pool.query(
        'select last_error from schouw.log_timestamps where token is null',
      )
      assert.match(String(rows[0]?.['last_error']), /certificate-revoked/)
    })

    it('shows on what a view of another day rests: its head, and the stamps beside it', async () => {
      const authenticate = developmentTokens(everybody)
      const app = await httpApp({ storage: bench.storage, authenticate, clock })
      const told = async (moment: string) =>
        ask(app, { as: 'director', url: `/api/v1/proof/moment?as_of=${moment}` })
      const { head } = await bench.storage.log(first)
      const now = await told(String(head.size))
      assert.equal(now.status, 200, now.text)
      assert.equal(now.body.root, Buffer.from(head.root).toString('base64'))
      // The last entry came after the last stamp: what stands above it has no time from outside.
      assert.equal(now.body.after, null)
      const { size } = now.body.before
      assert.ok(size < head.size)
      const stamped = (await told(String(size))).body
      assert.deepEqual(stamped.after, stamped.before)
      const note = parseNote(Buffer.from(stamped.after.checkpoint))
      const signed = note.ok ? parseCheckpoint(note.value.text) : note
      assert.ok(signed.ok)
      assert.equal(Buffer.from(signed.value.root).toString('base64'), stamped.root)
      const verdict = judgeTimestamp(
        Buffer.from(stamped.after.token, 'base64'),
        Buffer.from(stamped.after.checkpoint),
        trust(),
        pure,
      )
      assert.ok(verdict.isProven, JSON.stringify(verdict.findings))
      const early = (await told('1')).body
      assert.deepEqual([early.as_of, early.before], [1, null])
      assert.ok(early.after.size > 1)
      assert.equal((await told('2020-01-01')).body.as_of, 0)
      for (const [moment, code] of [
        [String(head.size + 1), 'moment-ahead'],
        ['yesterday', 'query-refused'],
      ] as const) {
        const { status, body } = await told(moment)
        assert.deepEqual([status, body.errors[0].code], [400, code])
      }
      await app.close()
    })

    it('says of its head what the note says', async () => {
      const [own] = await layers()
      const note = parseNote(Buffer.from(own.log.checkpoint))
      const head = note.ok ? parseCheckpoint(note.value.text) : note
      assert.ok(head.ok)
      assert.equal(head.value.size, own.log.size)
      assert.equal(Buffer.from(head.value.root).toString('base64'), own.log.root)
    })
  })
}
