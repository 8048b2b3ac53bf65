// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { httpApp } from '../http/app.ts'
import { developmentTokens } from '../http/development.ts'
import { everybody } from '../http/testing/people.ts'
import { ask } from '../http/testing/requests.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { second } from '../storage/testing/tenants.ts'

onBothEngines('continuity', (bench) => {
  let app: FastifyInstance
  const made = async (url: string, values: object, as: 'ciso' | 'it_manager' = 'ciso') => {
    const came = await ask(app, { as, url: `/api/v1/${url}`, body: { values } })
    assert.equal(came.status, 201, came.text)
    return came.body.id as string
  }
  let copy = ''
  before(async () => {
    app = await httpApp({
      storage: bench.storage,
      authenticate: developmentTokens(everybody),
      requestsPerMinute: 1e6,
    })
    copy = await made('backups', { code: 'B1', name: 'PLC projects', job_names: ['ot-nightly'] })
    await made('processes', { code: 'L1', name: 'Line 1', rto_hours: '8' })
  })
  const page = async (more: object = {}) => {
    const came = await ask(app, { as: 'director', url: '/api/v1/continuity', ...more })
    assert.equal(came.status, 200, came.text)
    return came.body.continuity
  }
  const url = '/api/v1/continuity/backup-reports'
  const text =
    'Job,Status,End\nOT-Nightly,Success,2026-11-21T23:00:00+01:00\nOther,Failed,2026-11-21 23:00\n'
  const report = (is_rehearsal: boolean, more: object = {}) =>
    ask(app, { as: 'it_manager', url, body: { name: 'veeam.csv', text, is_rehearsal }, ...more })

  it('says what is wanted and what nobody measured, and nothing of another organisation', async () => {
    const { processes, backups } = await page()
    assert.deepEqual([processes[0].rto, backups[0].run], ['unmeasured', null])
    const other = await ask(app, { as: 'ciso', tenant: second, url: '/api/v1/continuity' })
    assert.deepEqual([other.body.continuity.processes, other.body.continuity.backups], [[], []])
  })

  it('looks at a report first and writes nothing', async () => {
    const { status, body } = await report(true)
    assert.equal(status, 200)
    assert.deepEqual(
      [body.copies.length, body.unknown, body.written],
      [1, [{ job: 'Other', runs: 1 }], null],
    )
    assert.equal((await page()).backups[0].run, null)
  })

  it('writes what is new as a change of the register, once', async () => {
    assert.equal((await report(false)).body.written, 1)
    const { values, version } = (await ask(app, { as: 'ciso', url: `/api/v1/backups/${copy}` }))
      .body
    assert.deepEqual(
      [values.last_success_at, values.last_result, version],
      ['2026-11-21T22:00:00.000Z', 'passed', 2],
    )
    assert.equal((await report(false)).body.written, 0)
    const { body } = await report(false, { tenant: second, as: 'ciso' })
    assert.deepEqual([body.copies, body.written], [[], 0])
  })

  it('names what it cannot read, and takes no file that is none', async () => {
    const { status, body } = await report(false, { body: { name: 'x', text: '{"a":1}' } })
    assert.equal(status, 200)
    assert.match(body.problems[0].expected, /restic/)
    assert.equal((await report(false, { body: { name: 'x', text: '' } })).status, 422)
  })

  it('lowers the duty of care when a test was missed', async () => {
    const answer = {
      ...{ requirement: 'C4', level: 3, evidence_level: 'said', answered_on: '2026-01-01' },
    }
    await made('requirement-answers', answer)
    const before = await ask(app, { as: 'supervisory_director', url: '/api/v1/standing' })
    const of = (came: any) =>
      came.body.standing.measures
        .flatMap(({ requirements }: any) => requirements)
        .find(({ id }: any) => id === 'C4')
    assert.deepEqual([of(before).level, of(before).status], [2, 'answered'])
    const id = await made('restore-tests', { code: 'T1', system: 'PLC', planned_on: '2026-01-01' })
    const after = await ask(app, { as: 'supervisory_director', url: '/api/v1/standing' })
    assert.deepEqual([of(after).level, of(after).contradictions], [1, [id]])
    assert.equal((await page()).missed.length, 1)
  })
})
