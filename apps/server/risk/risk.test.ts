// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import type { LossInput } from '@schouw/core/risk'
import type { FastifyInstance } from 'fastify'
import { httpApp } from '../http/app.ts'
import { developmentTokens } from '../http/development.ts'
import { everybody } from '../http/testing/people.ts'
import { ask } from '../http/testing/requests.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { creating, done } from '../storage/testing/records.ts'
import { second } from '../storage/testing/tenants.ts'
import { LossRuns } from './runs.ts'

const root = join(import.meta.dirname, '../../..')

onBothEngines('risk', (bench) => {
  let app: FastifyInstance
  const ids: Record<string, string> = {}
  before(async () => {
    app = await httpApp({
      storage: bench.storage,
      authenticate: developmentTokens(everybody),
      requestsPerMinute: 1e9,
    })
    const make = async (kind: Parameters<typeof creating>[0], values: unknown) =>
      (await done(bench.storage, creating(kind, values))).record?.id ?? ''
    ids['line'] = await make('process', {
      code: 'L1',
      name: 'Line 1',
      outage_cost_eur_per_hour: 2000,
    })
    ids['risk'] = await make('risk', {
      code: 'R-01',
      name: 'Ransomware stops line 1',
      scenario: 'x',
      processes: [ids['line']],
      times_per_year_low: '0.1',
      times_per_year_high: '0.8',
      outage_hours_low: 8,
      outage_hours_high: 90,
    })
    ids['treatment'] = await make('treatment', {
      code: 'T-01',
      name: 'Walls between lines',
      risk: ids['risk'],
      option: 'reduce',
      residual_times_per_year: '0.1',
    })
    ids['open'] = await make('risk', { code: 'R-02', name: 'Nobody knows', scenario: 'x' })
  })
  const curve = async (query = '') => {
    for (;;) {
      const { status, body, text } = await ask(app, {
        as: 'director',
        url: `/api/v1/risk/curve?years=20000${query}`,
      })
      assert.equal(status, 200, text)
      if (body.state !== 'running') return body
    }
  }

  it('is the same to the last bit as the command line makes of the input it gives', async () => {
    for (const treatments of ['off', 'all']) {
      const query = `years=20000&seed=7&treatments=${treatments}`
      const input = await ask(app, { as: 'ciso', url: `/api/v1/risk/input?${query}` })
      const file = join(bench.folder, 'risks.json')
      writeFileSync(file, input.text)
      const said = execFileSync(
        process.execPath,
        [join(root, 'bin/schouw.mjs'), 'simulate', file, '--json'],
        { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
      )
      const { result } = await curve(`&seed=7&treatments=${treatments}`)
      // The same bytes, not only the same figures.
      assert.equal(JSON.stringify(result), JSON.stringify(JSON.parse(said)))
      assert.equal(result.missing.length, 2)
    }
  })

  it('draws hours into euros, and what treatments avoid', async () => {
    const off = await curve('&treatments=off')
    assert.equal(off.book.risks[0].loss_from, 'outage')
    assert.deepEqual(off.book.risks[0].loss_eur, { low: 16_000, high: 180_000 })
    const on = await curve(`&treatments=${ids['treatment']}`)
    assert.deepEqual(on.treatments, [ids['treatment']])
    assert.ok(on.result.expected_loss_eur < off.result.expected_loss_eur / 2)
    const chosen = await curve()
    assert.deepEqual(chosen.treatments, [])
  })

  it('draws a site, a line or a risk by itself', async () => {
    const whole = await curve()
    for (const id of [ids['line'], ids['risk']]) {
      const part = await curve(`&of=${id}`)
      assert.deepEqual(
        part.book.risks.map((one: { id: string }) => one.id),
        [ids['risk']],
      )
      // A risk draws the same numbers whatever stands beside it.
      assert.equal(part.result.expected_loss_eur, whole.result.expected_loss_eur)
      assert.equal(part.appetite, null)
    }
    const none = await curve('&of=0190a000-0000-7000-8000-000000000001')
    assert.deepEqual([none.state, none.book.risks], ['nothing', []])
    const odd = await ask(app, { as: 'ciso', url: '/api/v1/risk/curve?of=everything' })
    assert.ok(odd.status >= 400 && odd.status < 500)
  })

  it('says nothing of nothing, and what is missing', async () => {
    const url = '/api/v1/risk/curve'
    const { body } = await ask(app, { as: 'ciso', tenant: second, url })
    assert.deepEqual([body.state, body.result, body.book.risks], ['nothing', null, []])
    const empty = await curve('&as_of=0')
    assert.equal(empty.state, 'nothing')
    const own = await curve()
    assert.deepEqual(
      own.book.risks[1].missing.map(({ what }: { what: string }) => what),
      ['times_per_year', 'loss_eur'],
    )
  })

  it('holds the year against what the board can bear', async () => {
    assert.equal((await curve()).appetite, null)
    const values = {
      code: 'X',
      name: 'X',
      jurisdiction: 'NL',
      language: 'nl',
      time_zone: 'Europe/Amsterdam',
      risk_appetite_eur_per_year: 1000,
    }
    await done(bench.storage, creating('organisation', values))
    const { appetite, result } = await curve()
    assert.deepEqual([appetite.is_mean_above, appetite.broken, appetite.of], [true, 1, 1])
    assert.ok(appetite.chance_of_more > 0 && appetite.chance_of_more <= result.chance_of_loss)
  })

  it('proposes risks of all hazards until one is taken over or rejected', async () => {
    const url = '/api/v1/risk/proposals'
    const keys = async (tenant?: string) => {
      const came = await ask(app, { as: 'ciso', url, ...(tenant === undefined ? {} : { tenant }) })
      assert.equal(came.status, 200, came.text)
      return came.body.proposals.map(({ key }: { key: string }) => key)
    }
    assert.ok((await keys()).includes(`hazard/key_person/${ids['line']}`))
    const body = {
      values: {
        code: 'K-1',
        name: 'Nobody knows line 1',
        scenario: 'x',
        hazard: 'key_person',
        processes: [ids['line']],
      },
    }
    const made = await ask(app, { as: 'ciso', url: '/api/v1/risks', body })
    assert.equal(made.status, 201, made.text)
    const move = { to: 'rejected', reason: 'Three people know' }
    const gone = await ask(app, {
      as: 'ciso',
      url: `/api/v1/risks/${made.body.id}/moves`,
      version: 1,
      body: move,
    })
    assert.equal(gone.status, 200, gone.text)
    assert.ok(!(await keys()).includes(`hazard/key_person/${ids['line']}`))
    const { book } = await curve()
    assert.ok(book.risks.every(({ id }: { id: string }) => id !== made.body.id))
    assert.ok(!(await keys(second)).some((key: string) => key.includes(ids['line'] ?? '')))
  })

  it('leads from a risk along the registers', async () => {
    const url = `/api/v1/risk/trail/${ids['risk']}`
    const { body } = await ask(app, { as: 'director', url })
    assert.deepEqual(body.trail.treatments, [{ kind: 'treatment', id: ids['treatment'] }])
    assert.deepEqual(body.trail.processes, [{ kind: 'process', id: ids['line'] }])
    const foreign = await ask(app, { as: 'director', tenant: second, url })
    assert.equal(foreign.status, 404)
  })

  it('refuses lines that would wait for each other, with the field and the way round', async () => {
    const made = async (code: string, needs: readonly string[]) => {
      const body = { values: { code, name: code, depends_on_processes: needs } }
      const came = await ask(app, { as: 'ciso', url: '/api/v1/processes', body })
      assert.equal(came.status, 201, came.text)
      return came.body.id as string
    }
    const cooling = await made('Cooling', [])
    const press = await made('Press', [cooling])
    const line = await made('Packing', [press])
    const change = (values: unknown) =>
      ask(app, {
        as: 'ciso',
        url: `/api/v1/processes/${cooling}`,
        method: 'PATCH',
        version: 1,
        body: { values },
      })
    const refused = await change({ depends_on_processes: [ids['line'], line] })
    assert.equal(refused.status, 422, refused.text)
    assert.deepEqual(refused.body.errors, [
      {
        code: 'circular-reference',
        path: '/depends_on_processes/1',
        through: [cooling, line, press, cooling],
        names: ['Packing', 'Press'],
      },
    ])
    assert.equal((await change({ part_of: line })).status, 200)
    const { book } = await curve()
    assert.ok(
      book.checks.every(({ code }: { code: string }) => code !== 'circular_dependency'),
      'what is refused needs no check',
    )
  })

  it('refuses estimates that cannot be, with the field and what was expected', async () => {
    const posted = async (register: string, values: object) => {
      const body = { values: { code: 'BAD', name: 'x', ...values } }
      const { status, body: told } = await ask(app, {
        as: 'ciso',
        url: `/api/v1/${register}`,
        body,
      })
      assert.equal(status, 422, JSON.stringify(told))
      return told.errors.map((one: any) => `${one.path} ${one.rule?.rule ?? one.rule ?? one.code}`)
    }
    const scenario = { scenario: 'x' }
    const said: readonly (readonly [string, object, RegExp])[] = [
      ['risks', { ...scenario, loss_eur_low: 9, loss_eur_high: 5 }, /loss_eur/],
      [
        'risks',
        { ...scenario, times_per_year_low: '2', times_per_year_high: '1' },
        /times_per_year/,
      ],
      ['risks', { ...scenario, outage_hours_low: 20, outage_hours_high: 8 }, /outage_hours/],
      ['risks', { ...scenario, loss_eur_low: -1 }, /loss_eur_low/],
      // One currency, and it stands in the name of the field.
      ['risks', { ...scenario, loss_eur_low: '5000 USD' }, /loss_eur_low/],
      ['risks', { ...scenario, loss_eur_low: { amount: 5000, currency: 'USD' } }, /loss_eur_low/],
      ['risks', { ...scenario, times_per_year_high: '1000000' }, /times_per_year_high/],
      ['risks', { ...scenario, likelihood: 6 }, /likelihood/],
      ['processes', { outage_cost_eur_per_hour: -200 }, /outage_cost_eur_per_hour/],
      [
        'processes',
        {
          outage_cost_parts: [
            { part: 'overtime', eur_per_hour_low: -5, eur_per_hour_high: 9, basis: 'said' },
          ],
        },
        /outage_cost_parts\/0\/eur_per_hour_low/,
      ],
      ['treatments', { risk: ids['risk'], option: 'reduce', cost_eur_once: -1 }, /cost_eur_once/],
      [
        'treatments',
        {
          risk: ids['risk'],
          option: 'reduce',
          residual_loss_eur_low: 5,
          residual_loss_eur_high: 1,
        },
        /residual_loss_eur/,
      ],
    ]
    for (const [register, values, path] of said) {
      const errors = await posted(register, values)
      assert.equal(errors.length, 1, `${JSON.stringify(values)}: ${errors}`)
      assert.match(errors[0], path)
    }
  })

  it('refuses what cannot be', async () => {
    for (const query of [
      'years=0',
      'years=x',
      'years=1000001',
      'seed=-1',
      'treatments=nobody',
      'as_of=99999',
      'as_of=soon',
    ]) {
      const came = await ask(app, { as: 'director', url: `/api/v1/risk/curve?${query}` })
      assert.ok(came.status >= 400 && came.status < 500, `${query}: ${came.status}`)
    }
  })
})

describe('runs', () => {
  const long: LossInput = {
    years: 100_000_000,
    seed: 1,
    risks: [{ id: 'a', frequency: { poisson: 3 }, loss_eur: { interval90: [10, 1000] } }],
  }

  it('tell how far they are, are shared, and end when nobody asks any more', async () => {
    const runs = new LossRuns({ patienceMs: 700, leaseMs: 300 })
    const [one, two] = await Promise.all([runs.ask(long), runs.ask(long)])
    assert.ok('progress' in one && 'progress' in two)
    assert.equal(runs.count, 1)
    const later = await runs.ask(long)
    assert.ok('progress' in later && later.progress.done > one.progress.done)
    await new Promise((resolve) => setTimeout(resolve, 600))
    assert.equal(runs.count, 0)
  })

  it('wait in line, and are refused when the line is full', async () => {
    const runs = new LossRuns({ patienceMs: 100, leaseMs: 5_000, most: 2 })
    const asked = [1, 2, 3].map((seed) => runs.ask({ ...long, seed }))
    const told = await Promise.all(asked)
    assert.ok('progress' in told[0]! && 'progress' in told[1]! && 'busy' in told[2]!)
    runs.close()
    assert.equal(runs.count, 0)
  })

  it('are drawn once and kept', async () => {
    const runs = new LossRuns({ patienceMs: 60_000 })
    const short = { ...long, years: 5000 }
    const first = await runs.ask(short)
    assert.ok('result' in first)
    const again = await runs.ask(short)
    assert.ok('result' in again && again.result === first.result)
    runs.close()
  })
})
