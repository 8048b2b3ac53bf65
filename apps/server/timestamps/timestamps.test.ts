// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { pure } from '@schouw/core/ledger/cryptography'
import { parseVerifierKey } from '@schouw/core/ledger/notes'
import { judgeProof } from '@schouw/core/ledger/verdicts'
import { httpApp } from '../http/app.ts'
import { developmentTokens } from '../http/development.ts'
import { keysOf } from '../http/log-answers.ts'
import { everybody } from '../http/testing/people.ts'
import { ask } from '../http/testing/requests.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { creating, done } from '../storage/testing/records.ts'
import { first } from '../storage/testing/tenants.ts'
import { judged, said } from '../verify/testing/data.ts'
import { type TimestampSettings, timestampSettings } from './settings.ts'
import { stampCheckpoints, stampNow } from './stamp.ts'
import { type LocalAuthority, localAuthority, opensslAbsent } from './testing/authority.ts'

const absent = opensslAbsent()

describe('settings of time-stamps', () => {
  it('are off without an address, and owe roots with one', () => {
    assert.deepEqual(timestampSettings({}), { ok: true, value: undefined })
    const of = (env: Readonly<Record<string, string>>) => {
      const read = timestampSettings(env)
      return read.ok ? 'ok' : read.refusal
    }
    assert.equal(of({ SCHOUW_TSA_URL: 'ftp://x' }), 'tsa-url')
    assert.equal(of({ SCHOUW_TSA_URL: 'http://x' }), 'tsa-anchors')
    assert.equal(of({ SCHOUW_TSA_URL: 'http://x', SCHOUW_TSA_ANCHORS: '/nowhere' }), 'tsa-anchors')
    assert.equal(of({ SCHOUW_TSA_URL: 'http://x', SCHOUW_TSA_POLICY: 'x' }), 'tsa-policy')
  })
})

if (absent !== false) it('stamps checkpoints', { skip: absent }, () => {})
else {
  onBothEngines('time-stamps of checkpoints', (bench) => {
    let authority: LocalAuthority
    let settings: TimestampSettings
    /** What the server's clock says is later than the real one by so much. */
    let aheadMs = 0
    before(async () => {
      authority = await localAuthority()
      const env = { SCHOUW_TSA_URL: authority.url, SCHOUW_TSA_ANCHORS: authority.root }
      const read = timestampSettings(env)
      assert.ok(read.ok && read.value !== undefined)
      settings = read.value
    })
    after(() => authority.stop())
    const clock = () => new Date(Date.now() + aheadMs).toISOString()
    const stamping = () => ({ storage: bench.storage, settings, clock, tenants: [first] })
    const site = (code: string) =>
      done(bench.storage, creating('site', { code, name: `Plant ${code}` }))
    const rows = () =>
      bench.storage.read(first, (db) =>
        db.selectFrom('log_timestamps').selectAll().orderBy('size').execute(),
      )

    it('keeps a token over the newest, and asks no more until the log has grown', async () => {
      await site('A1')
      assert.deepEqual(await stampCheckpoints(stamping()), { stamped: 1, failed: 0 })
      assert.deepEqual(await stampCheckpoints(stamping()), { stamped: 0, failed: 0 })
      assert.equal(authority.asked, 1)
      const [row] = await rows()
      assert.equal(row?.size, (await bench.storage.log(first)).head.size)
      assert.ok(Math.abs(row?.clock_behind_ms ?? 99_999) < 5_000)
      await site('A2')
      // Grown, and the last is of less than an hour ago.
      assert.deepEqual(await stampCheckpoints(stamping()), { stamped: 0, failed: 0 })
      assert.deepEqual(await stampNow(stamping(), first), { stamped: 1, failed: 0 })
    })

    it('gives the token with a proof, to whoever knows the root of the authority', async () => {
      const { record } = await site('A3')
      await stampNow(stamping(), first)
      await site('A4')
      const authenticate = developmentTokens(everybody)
      const app = await httpApp({ storage: bench.storage, authenticate })
      const came = await ask(app, { as: 'auditor', url: `/api/v1/sites/${record?.id}/proof` })
      assert.equal(came.status, 200, came.text)
      const keys = (await keysOf(bench.storage, first)).flatMap((text) => {
        const key = parseVerifierKey(text)
        return key.ok ? [key.value] : []
      })
      const { anchors } = settings
      const trust = { keys, anchors, nowMs: Date.now() }
      const verdict = judgeProof(Buffer.from(came.text), trust, pure)
      assert.deepEqual(verdict.findings, [])
      const states = verdict.layers.map(({ layer, state }) => `${layer} ${state}`)
      assert.ok(states.includes('timestamp proven'), states.join())
      const blind = judgeProof(Buffer.from(came.text), { ...trust, anchors: [] }, pure)
      assert.deepEqual(
        blind.findings.map(({ code }) => code),
        ['anchors-missing'],
      )
      const other = await localAuthority()
      const env = { SCHOUW_TSA_URL: other.url, SCHOUW_TSA_ANCHORS: other.root }
      const read = timestampSettings(env)
      other.stop()
      const strange = (read.ok && read.value?.anchors) || []
      const refused = judgeProof(Buffer.from(came.text), { ...trust, anchors: strange }, pure)
      assert.deepEqual(
        refused.findings.map(({ code }) => code),
        ['chain-untrusted'],
      )
    })

    it('waits and tries again when the authority is away, or says nothing of use', async () => {
      aheadMs = 2 * 3_600_000
      await site('B1')
      for (const mood of ['away', 'garbage', 'endless', 'another-question', 'refusing'] as const) {
        authority.mood = mood
        const before = authority.asked
        const { stamped, failed } = await stampNow(stamping(), first)
        assert.deepEqual([stamped, failed], [0, 1], mood)
        assert.equal(authority.asked, before + 1)
        // Not before its time.
        assert.deepEqual(await stampNow(stamping(), first), { stamped: 0, failed: 0 })
        const last = (await rows()).at(-1)
        assert.ok(last?.token === null && (last.last_error ?? '') !== '', mood)
        aheadMs += 3_600_000
      }
      authority.mood = 'good'
      aheadMs = 0
      // Its time is later than ours by now, and it is due only then.
      await bench.storage.engine.pool.query('update schouw.log_timestamps set due_at = now()')
      assert.deepEqual(await stampNow(stamping(), first), { stamped: 1, failed: 0 })
      assert.equal((await rows()).at(-1)?.last_error, null)
    })

    it('takes up what a process left behind that was killed while it asked', async () => {
      await site('C1')
      aheadMs = 0
      authority.mood = 'good'
      // Dies when the question is out and nothing is kept of the answer.
      const dying = { ...stamping(), settings: { ...settings, url: authority.url } }
      const fetching = globalThis.fetch
      globalThis.fetch = () =>
        Promise.reject(Object.assign(new Error('killed'), { name: 'Killed' }))
      const { write } = bench.storage
      let writes = 0
      bench.storage.write = ((...given: Parameters<typeof write>) => {
        writes += 1
        if (writes > 2) return Promise.reject(new Error('killed'))
        return write.apply(bench.storage, given)
      }) as typeof write
      try {
        await assert.rejects(stampNow(dying, first), /killed/)
      } finally {
        bench.storage.write = write
        globalThis.fetch = fetching
      }
      assert.equal((await rows()).filter(({ token }) => token === null).length, 1)
      // Another process leaves it alone as long as it may still be asked for.
      assert.deepEqual(await stampNow(stamping(), first), { stamped: 0, failed: 0 })
      aheadMs = 121_000
      authority.mood = 'good'
      const later = await stampNow({ ...stamping() }, first)
      assert.deepEqual(later, { stamped: 1, failed: 0 })
      aheadMs = 0
    })

    it('is verified with the data, and any change in it is named', async () => {
      const trust = { anchors: settings.anchors }
      const verdict = await judged(bench, trust)
      assert.deepEqual(said(verdict), [])
      const layer = verdict.parts[0]?.layers.find(({ layer: name }) => name === 'timestamp')
      assert.equal(layer?.state, 'proven')
      assert.equal(layer?.facts['tokens'], (await rows()).length)
      const blind = await judged(bench)
      assert.ok(!blind.isProven)
      const { pool } = bench.storage.engine
      const changes = [
        [
          'token',
          'log_timestamps',
          'set_byte(token, length(token) - 9, get_byte(token, length(token) - 9) # 1)',
        ],
        ['nonce', 'log_timestamps', 'set_byte(nonce, 3, get_byte(nonce, 3) # 1)'],
        ['stamped_at', 'log_timestamps', "stamped_at + interval '1 second'"],
        ['note', 'log_heads', 'set_byte(note, 20, get_byte(note, 20) # 1)'],
        ['root', 'log_heads', 'set_byte(root, 20, get_byte(root, 20) # 1)'],
      ] as const
      for (const [column, table, value] of changes) {
        const where = `tenant = '${first}' and size = (select min(size) from schouw.${table} where tenant = '${first}')`
        const { rows: before } = await pool.query(
          `select ${column} from schouw.${table} where ${where}`,
        )
        await pool.query(`update schouw.${table} set ${column} = ${value} where ${where}`)
        const found = await judged(bench, trust)
        assert.ok(!found.isProven, `${table}.${column} went unnoticed`)
        await pool.query(`update schouw.${table} set ${column} = $1 where ${where}`, [
          before[0]?.[column],
        ])
      }
      assert.deepEqual(said(await judged(bench, trust)), [])
    })
  })
}
