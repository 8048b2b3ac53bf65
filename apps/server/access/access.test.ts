// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { httpApp } from '../http/app.ts'
import { developmentTokens } from '../http/development.ts'
import { everybody, personOf } from '../http/testing/people.ts'
import { type Asked, ask } from '../http/testing/requests.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { creating, done } from '../storage/testing/records.ts'
import { first, second } from '../storage/testing/tenants.ts'

const users = `userPrincipalName,displayName,mail,userType,accountEnabled
kim@h.example,Kim Bos,kim@h.example,Member,True
weg@h.example,Jan Weg,weg@h.example,Member,True
beheer@h.example,Beheer,,Member,True
`
const methods = `userPrincipalName,isAdmin,isMfaRegistered,methodsRegistered
kim@h.example,False,True,"mobilePhone,passKeyDeviceBound"
weg@h.example,False,False,
beheer@h.example,True,False,
`

onBothEngines('access', (bench) => {
  let app: FastifyInstance
  before(async () => {
    const authenticate = developmentTokens(everybody)
    const clock = () => new Date(Date.now() + laterMs).toISOString()
    app = await httpApp({ storage: bench.storage, authenticate, clock, requestsPerMinute: 1e9 })
  })
  let laterMs = 0
  const asked = (one: Asked) => ask(app, one)
  const brought = async (name: string, text: string) => {
    const query = `name=${name}&system=Entra%20ID&exported_on=2026-11-20`
    const headers = { 'content-type': 'text/csv' }
    const url = `/api/v1/access/exports?${query}`
    return asked({ as: 'it_manager', url, method: 'POST', raw: text, headers })
  }
  const recorded = async (name: string, text: string) => {
    const came = await brought(name, text)
    assert.equal(came.status, 201, came.text)
    const { id } = came.body.import
    const dry = await asked({
      as: 'it_manager',
      method: 'POST',
      url: `/api/v1/imports/${id}/dry-run`,
    })
    assert.equal(dry.body.judgement.counts.refused, 0, dry.text)
    const { digest } = dry.body.judgement
    const done = await asked({
      as: 'it_manager',
      url: `/api/v1/imports/${id}/confirm`,
      body: { digest },
    })
    assert.equal(done.status, 200, done.text)
    return done.body.result.counts
  }

  it('adds up exports that each know a part, reconciles them with people, and keeps tenants apart', async () => {
    for (const values of [
      { code: 'P1', name: 'Kim Bos', email: 'kim@h.example' },
      { code: 'P2', name: 'Jan Weg', email: 'weg@h.example', left_on: '2026-10-01' },
    ]) {
      const made = await asked({ as: 'ciso', url: '/api/v1/persons', body: { values } })
      assert.equal(made.status, 201, made.text)
    }
    assert.equal((await recorded('users.csv', users)).created, 3)
    assert.equal((await recorded('methods.csv', methods)).changed, 3)
    const blind = await asked({ as: 'auditor', url: '/api/v1/access' })
    assert.equal(blind.body.standing.counts.flags.leaver, null)
    const came = await asked({ as: 'director', url: '/api/v1/access' })
    assert.equal(came.status, 200, came.text)
    const { counts, flagged, systems } = came.body.standing
    assert.deepEqual(systems, [{ name: 'Entra ID', seen_on: '2026-11-20', active: 3 }])
    assert.deepEqual(
      [counts.active, counts.mfa_base, counts.with_mfa, counts.privileged, counts.mfa_unknown],
      [3, 3, 1, 1, 0],
    )
    assert.deepEqual(
      flagged.map(({ account, flags }: any) => [account, flags]),
      [
        ['weg@h.example', ['leaver', 'without_mfa']],
        ['beheer@h.example', ['privileged_without_mfa', 'nobody']],
      ],
    )
    const theirs = await asked({ as: 'ciso', tenant: second, url: '/api/v1/access' })
    assert.equal(theirs.body.standing.counts.active, 0)
  })

  it('is gone when it is missing from a newer whole list', async () => {
    const query = 'name=users.csv&system=Entra%20ID&exported_on=2026-11-21'
    const text = users.split('\n').slice(0, 2).join('\n')
    const came = await asked({
      as: 'ciso',
      method: 'POST',
      url: `/api/v1/access/exports?${query}`,
      raw: text,
      headers: { 'content-type': 'text/csv' },
    })
    const { id } = came.body.import
    const dry = await asked({ as: 'ciso', method: 'POST', url: `/api/v1/imports/${id}/dry-run` })
    const { digest } = dry.body.judgement
    await asked({ as: 'ciso', url: `/api/v1/imports/${id}/confirm`, body: { digest } })
    const { body } = await asked({ as: 'ciso', url: '/api/v1/access' })
    assert.equal(body.standing.counts.active, 1)
    assert.equal(body.standing.counts.flags.gone, 2)
  })

  it('refuses what is no export, in words about its columns', async () => {
    const came = await brought('fruit.csv', 'Fruit,Prijs\nappel,3\n')
    assert.equal(came.status, 422)
    assert.match(came.body.errors[0].expected, /Entra ID/)
  })

  it('lets a reviewer sign what is asked of him or her, and nobody else’s', async () => {
    const { items } = (await asked({ as: 'ciso', url: '/api/v1/access-accounts' })).body
    const accounts = items.map(({ id }: any) => id)
    const values = {
      code: 'R1',
      name: 'Autumn',
      reviewer: personOf('process_owner'),
      accounts,
      log_size: 5,
      listed_on: '2026-11-20',
    }
    // A person of this name has to be there.
    const made = await asked({ as: 'ciso', url: '/api/v1/access-reviews', body: { values } })
    assert.equal(made.status, 422, made.text)
    assert.equal(made.body.errors[0].code, 'reference-missing')
  })

  it('takes a review whose digest or counts cannot be made again for proof of nothing', async () => {
    const reviewer = personOf('it_manager')
    await done(bench.storage, creating('person', { code: 'P9', name: 'Ilse' }, reviewer))
    const as = 'ciso'
    const answer = { requirement: 'I6', level: 3, evidence_level: 'said' }
    const answered = await asked({
      as,
      url: '/api/v1/requirement-answers',
      body: { values: answer },
    })
    assert.equal(answered.status, 201, answered.text)
    const rests = async () => {
      const { measures } = (await asked({ as, url: '/api/v1/standing' })).body.standing
      const { requirements } = measures.find(({ id }: any) => id === 'i')
      return requirements.find(({ id }: any) => id === 'I6').evidence_level
    }
    assert.equal(await rests(), 'said')

    const { as_of, today } = (await asked({ as, url: '/api/v1/access' })).body
    const { items } = (await asked({ as, url: '/api/v1/access-accounts' })).body
    const accounts = items.map(({ id }: any) => id)
    const verdicts = accounts.map((account: string) => ({ account, verdict: 'keep' }))
    const opened = async (code: string, more: object = {}) => {
      const listed = { log_size: as_of, listed_on: today, stale_days: 90 }
      const values = {
        code,
        name: code,
        reviewer,
        accounts,
        systems: ['Entra ID'],
        ...listed,
        ...more,
      }
      const made = await asked({ as, url: '/api/v1/access-reviews', body: { values } })
      assert.equal(made.status, 201, made.text)
      return made.body
    }
    const forged = async (code: string, more: object) => {
      const { id, version } = await opened(code, { verdicts, signed_on: today, ...more })
      const url = `/api/v1/access-reviews/${id}/moves`
      const moved = await asked({ as, url, version, body: { to: 'signed' } })
      assert.equal(moved.status, 200, moved.text)
    }
    await forged('F1', { list_digest: 'f'.repeat(64), stale_count: 0 })
    assert.equal(await rests(), 'said')

    const { id, version } = await opened('R4')
    const { digest } = (await asked({ as, url: `/api/v1/access/reviews/${id}` })).body
    await forged('F2', { list_digest: digest, stale_count: 900 })
    assert.equal(await rests(), 'said')

    const url = `/api/v1/access/reviews/${id}/signature`
    const signed = await asked({ as: 'it_manager', url, body: { version, verdicts } })
    assert.equal(signed.status, 200, signed.text)
    assert.equal(await rests(), 'tested')

    // Somebody at the database writes another list under what was signed: no restart is waited for.
    const changed = await bench.storage.write(first, (db) =>
      sql`update records set document = document || '{"account": "other@h.example"}'
        where id = ${accounts[0]}::uuid`.execute(db),
    )
    assert.equal(Number(changed.numAffectedRows), 1)
    laterMs = 11 * 60_000
    assert.equal(await rests(), 'said')
    laterMs = 0
  })

  it('freezes what was on the table: a later list changes nothing of a signed review', async () => {
    const reviewer = personOf('it_manager')
    const before = (await asked({ as: 'ciso', url: '/api/v1/access' })).body
    const { items } = (await asked({ as: 'ciso', url: '/api/v1/access-accounts' })).body
    const accounts = items.map(({ id }: any) => id)
    const values = {
      ...{ code: 'R2', name: 'Herfst', reviewer, accounts, systems: ['Entra ID'] },
      ...{ log_size: before.as_of, listed_on: before.today, stale_days: 90 },
      // What a browser says of the counts is not what is signed.
      ...{ active_count: 900, mfa_count: 900, stale_count: 7 },
    }
    const made = await asked({ as: 'ciso', url: '/api/v1/access-reviews', body: { values } })
    assert.equal(made.status, 201, made.text)
    const { id, version } = made.body
    const table = async (as: 'ciso' | 'auditor' = 'ciso') =>
      (await asked({ as, url: `/api/v1/access/reviews/${id}` })).body
    const open = await table()
    assert.deepEqual([open.holds, open.since], [null, []])
    assert.equal(open.lines.length, accounts.length)
    const verdicts = accounts.map((account: string) => ({ account, verdict: 'keep' }))
    const url = `/api/v1/access/reviews/${id}/signature`
    const move = { url: `/api/v1/access-reviews/${id}/moves`, version }
    const past = await asked({ as: 'it_manager', ...move, body: { to: 'signed' } })
    assert.equal(past.status, 422, past.text)
    const other = await asked({ as: 'process_owner', url, body: { version, verdicts } })
    assert.equal(other.status, 403, other.text)
    const stale = await asked({ as: 'it_manager', url, body: { version: version + 5, verdicts } })
    assert.equal(stale.status, 412, stale.text)

    // Between listing and signing a list comes in: what is signed is what was listed.
    await recorded('users.csv', users.replaceAll('True', 'False').replace('weg@h', 'nieuw@h'))
    const done_ = await asked({ as: 'it_manager', url, body: { version, verdicts } })
    assert.equal(done_.status, 200, done_.text)
    assert.equal(done_.body.digest, open.digest)
    const one = `/api/v1/access-reviews/${id}`
    const signed = (await asked({ as: 'ciso', url: one })).body
    assert.equal(signed.state, 'signed')
    assert.equal(signed.values.active_count, open.counts.active_count)
    assert.notEqual(signed.values.active_count, 900)
    assert.equal(signed.values.list_digest, open.digest)

    const later = `${users}extra@h.example,Nog Een,extra@h.example,Member,True\n`
    await recorded('users.csv', later)
    const after = await table()
    assert.deepEqual(
      [after.lines, after.counts, after.digest],
      [open.lines, open.counts, open.digest],
    )
    assert.equal(after.holds, true)
    assert.equal((await table('auditor')).holds, true)
    assert.ok(after.since.some(({ what }: any) => what === 'fresh'))
    assert.deepEqual((await asked({ as: 'ciso', url: one })).body, signed)
    const proof = await asked({ as: 'ciso', url: `${one}/proof` })
    assert.ok([200, 503].includes(proof.status), proof.text)
    const again = await asked({
      as: 'it_manager',
      url,
      body: { version: signed.version, verdicts },
    })
    assert.equal(again.status, 409, again.text)
    const strange = await asked({ as: 'ciso', tenant: second, url: `/api/v1/access/reviews/${id}` })
    assert.equal(strange.status, 404)
  })
})
