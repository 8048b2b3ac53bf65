// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { before, it } from 'node:test'
import { type Baseline, baseline } from '@schouw/core/baseline'
import { findingsOf, itemsOf, readOscal, requirementsOf } from '@schouw/formats/oscal'
import { words } from '@schouw/report/words'
import type { FastifyInstance } from 'fastify'
import { zipOf } from '../../files/testing/zip.ts'
import { httpApp } from '../../http/app.ts'
import { developmentTokens } from '../../http/development.ts'
import { newId } from '../../http/ids.ts'
import { everybody } from '../../http/testing/people.ts'
import { ask } from '../../http/testing/requests.ts'
import { Stopped } from '../../jobs/ongoing.ts'
import { onBothEngines } from '../../storage/testing/engines.ts'
import { actor, creating, done } from '../../storage/testing/records.ts'
import { first, second } from '../../storage/testing/tenants.ts'
import {
  adopted,
  broughtBack,
  firstState,
  hasBegun,
  importFirstState,
  readFirst,
  readFolder,
  standingBefore,
  triedFirstState,
} from './index.ts'

const folder = join(import.meta.dirname, '../../../../examples/factory')
const now = '2026-11-21T12:00:00.000Z'

/** The folder as measured without its captures, which no test of ours has time for. */
async function factory() {
  const read = await readFolder(folder)
  assert.ok(read.first?.inputs)
  assert.deepEqual(read.problems, [])
  const measured = baseline({ inputs: read.first.inputs, inspection: null })
  return { ...read.first, inputs: read.first.inputs, baseline: measured }
}

/** As people send it: zipped with the folder on top, the measurement in it. */
function zipped(measured: Baseline, more: Readonly<Record<string, Uint8Array>> = {}): Buffer {
  const files: Record<string, Uint8Array> = {}
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (statSync(join(folder, name)).isFile()) {
      files[`factory/${name.replaceAll('\\', '/')}`] = readFileSync(join(folder, name))
    }
  }
  files['factory/baseline.json'] = Buffer.from(JSON.stringify(measured))
  const all = Object.entries({ ...files, ...more })
  return zipOf(all.map(([name, bytes]) => ({ name, bytes })))
}

const { sentence, say } = words('nl')
const circumstances = {
  newId: () => newId(now),
  now,
  sentence,
  measureTitle: (id: string) => say.word(id, 'measure'),
}
const importing = {
  reason: 'halfway',
  tenant: first,
  actor: { ...actor, roles: ['ciso'] as const },
  newId: () => newId(now),
  now,
  document: { name: 'factory.zip', sha256: 'ab'.repeat(32), bytes: 1 },
}

/** The example as it stands; a row more in it is a record more here. */
const expected = {
  'legal-entity': 1,
  organisation: 1,
  site: 2,
  person: 14,
  certificate: 2,
  supplier: 11,
  contract: 14,
  zone: 12,
  process: 7,
  asset: 50,
  conduit: 9,
  'remote-access': 3,
  'crown-jewel': 4,
  'evidence-file': 48,
  measure: 10,
  'requirement-answer': 75,
  'restore-test': 6,
  finding: 7,
  risk: 17,
  treatment: 17,
  action: 21,
  decision: 4,
  awareness: 1,
  backup: 7,
  'access-account': 25,
  'awareness-campaign': 4,
  budget: 2,
  'budget-line': 9,
  'crisis-contact': 9,
  'customer-answer': 8,
  'customer-questionnaire': 1,
  exercise: 2,
  'holding-statement': 2,
  incident: 1,
  'incident-log-entry': 7,
  'incident-report': 3,
  kpi: 6,
  'kpi-value': 30,
  playbook: 2,
  product: 1,
  'product-advisory': 1,
  'product-vulnerability': 1,
  'software-component': 6,
  training: 2,
  'trust-share': 1,
}

it('holds the whole example factory', async () => {
  const tried = triedFirstState(firstState(await factory(), circumstances), importing)
  assert.deepEqual(tried.refused, [])
  assert.deepEqual(tried.left_out, [])
  assert.deepEqual(tried.made, expected)
  assert.deepEqual(tried.waiting, { appointment: 14 })
})

it('adds to what another file of the folder gave under the same code', async () => {
  const { planned } = firstState(await factory(), circumstances)
  const makers = planned.filter(
    ({ kind, values }) => kind === 'supplier' && values['code'] === 'packomat',
  )
  assert.equal(makers.length, 1)
  const [maker] = makers
  assert.equal(maker?.values['service'], 'Sluitunit lijn 2, onderhoud op afstand')
  const { tier, reaches_zones: zones } = maker?.afterwards ?? {}
  const line2 = planned.find(({ kind, values }) => kind === 'zone' && values['code'] === 'lijn2')
  assert.deepEqual([tier, zones], ['machine_builder', [line2?.id]])
})

it('makes registers of the baseline alone', async () => {
  const measured = { ...(await factory()).baseline }
  const read = await readFirst(Buffer.from(JSON.stringify(measured)))
  assert.ok(read.first)
  const tried = triedFirstState(firstState(read.first, circumstances), importing)
  assert.deepEqual([tried.refused, tried.left_out], [[], []])
  assert.deepEqual(
    [tried.made['requirement-answer'], tried.made['risk'], tried.made['zone']],
    [75, 4, 12],
  )
})

it('says with a path what is no baseline', async () => {
  const measured = structuredClone((await factory()).baseline) as unknown as {
    risks: { sentence: unknown }[]
  }
  if (measured.risks[1] !== undefined) measured.risks[1].sentence = 'a text'
  const read = await readFirst(Buffer.from(JSON.stringify(measured)))
  assert.deepEqual(
    read.problems.map(({ path }) => path),
    ['/risks/1/sentence'],
  )
  for (const bytes of ['', '{}', '[', 'PK\u0003\u0004nothing', '{"schema":"schouw/baseline/1"}']) {
    const refused = await readFirst(Buffer.from(bytes))
    assert.equal(refused.first, undefined)
    assert.ok(refused.problems.length > 0, bytes)
  }
})

onBothEngines('a first state', (bench) => {
  let app: FastifyInstance
  let zip: Buffer
  before(async () => {
    const authenticate = developmentTokens(everybody)
    app = await httpApp({ storage: bench.storage, authenticate, requestsPerMinute: 1e9 })
    zip = zipped((await factory()).baseline)
    // As set-up leaves it: the organisation by another name, and one of its people.
    const organisation = {
      code: 'OOSTERDUIN',
      name: 'Oosterduin',
      jurisdiction: 'NL',
      language: 'nl',
      time_zone: 'Europe/Amsterdam',
    }
    await done(bench.storage, creating('organisation', organisation))
    await done(bench.storage, creating('person', { code: 'MT', name: 'Marloes Tan' }))
  })
  const send = (raw: Buffer, query = '', tenant = first) =>
    ask(app, {
      as: 'ciso',
      tenant,
      method: 'POST',
      url: `/api/v1/first-state${query}`,
      raw,
      headers: { 'content-type': 'application/zip' },
    })

  it('refuses a zip that leads out of its folder, and writes nothing', async () => {
    const out = zipped((await factory()).baseline, { '../../out.txt': Buffer.from('x') })
    const came = await send(out)
    assert.equal(came.status, 422, came.text)
    assert.match(came.text, /leads out of it/)
  })

  it('can be tried before it is written', async () => {
    const came = await send(zip, '?dry_run=true')
    assert.equal(came.status, 200, came.text)
    assert.deepEqual(came.body.made, expected)
    assert.equal(came.body.entry, null)
    const sites = await ask(app, { as: 'ciso', url: '/api/v1/sites' })
    assert.deepEqual(sites.body.items, [])
  })

  /** Until it would begin with the second hundred of records. */
  const half = async (atSecond: () => void, signal: AbortSignal) => {
    const { planned, leftOut } = firstState(await factory(), circumstances)
    const joined = adopted(planned, await standingBefore(bench.storage, first))
    const plan = { planned: await broughtBack(bench.storage, first, joined), leftOut }
    return importFirstState(bench.storage, plan, importing, {
      signal,
      conclude: () => assert.fail('it was stopped before'),
      count: ({ done, total }) => {
        assert.ok(total !== null && total > 300)
        if (done === 100) atSecond()
      },
    })
  }
  const standing = (isRetired: boolean) =>
    bench.storage.read(first, (db) =>
      db
        .selectFrom('records')
        .select(['id', 'kind'])
        .where('is_retired', '=', isRetired)
        .where('kind', 'not in', ['organisation', 'person'])
        .execute(),
    )

  it('stopped halfway takes back what it made, as often as that happens', async () => {
    for (const _ of [1, 2]) {
      const stop = new AbortController()
      await assert.rejects(
        half(() => stop.abort(new Stopped()), stop.signal),
        Stopped,
      )
      assert.deepEqual(await standing(false), [])
      assert.ok((await standing(true)).length > 100)
      assert.equal(await hasBegun(bench.storage, first), false)
    }
    const { items } = (await ask(app, { as: 'ciso', url: '/api/v1/persons?limit=50' })).body
    assert.deepEqual(
      items.map(({ values }: any) => values.name),
      ['Marloes Tan'],
    )
  })

  it('what a server left that ended halfway waits for its sign, and is in nobody’s way then', async () => {
    const gone = () => {
      throw new RangeError('the server ended')
    }
    await assert.rejects(half(gone, new AbortController().signal), RangeError)
    assert.ok((await standing(false)).length > 50)
    const seen = (seen_at: string) =>
      bench.storage.write(first, (db) =>
        db.updateTable('first_states').set({ seen_at }).where('state', '=', 'writing').execute(),
      )
    await seen(new Date().toISOString())
    const early = await send(zip)
    assert.deepEqual([early.status, early.body.code], [409, 'registers-in-use'])
    await seen(now)
    assert.equal((await send(zip, '?dry_run=true')).status, 200)
  })

  it('is written whole, with an entry of its own in the log, and not twice', async () => {
    const came = await send(zip, '?name=factory.zip')
    assert.equal(came.status, 201, came.text)
    assert.deepEqual([came.body.refused, came.body.left_out], [[], []])
    assert.deepEqual(came.body.made, expected)
    // Whoever is appointed waits for a director, and so does the level of the board.
    assert.deepEqual(came.body.waiting, { appointment: 14, organisation: 1 })
    const { head } = await bench.storage.log(first)
    assert.equal(came.body.entry, head.size - 1)
    const jewels = await ask(app, { as: 'director', url: '/api/v1/crown-jewels' })
    assert.equal(jewels.body.items.length, 4)
    const processes = await ask(app, { as: 'ciso', url: '/api/v1/processes?limit=50' })
    const [one] = processes.body.items.filter((item: any) => item.values?.depends_on_assets)
    assert.ok(one, 'what a process depends on is said after everything is there')
    // What stood before is joined, not doubled.
    const organisations = await ask(app, { as: 'ciso', url: '/api/v1/organisations' })
    assert.equal(organisations.body.items.length, 1)
    assert.match(
      organisations.text,
      /"name":"Oosterduin".*legal_entities|legal_entities.*"name":"Oosterduin"/,
    )
    const people = await ask(app, { as: 'ciso', url: '/api/v1/persons?limit=50' })
    assert.equal(people.body.items.length, 14, people.text.slice(0, 300))
    const again = await send(zip)
    assert.deepEqual([again.status, again.body.code], [409, 'registers-in-use'])
  })

  it('comes to the figures of the measurement it began with', async () => {
    const { losses } = (await factory()).baseline
    for (const [treatments, drawn] of [
      ['off', losses?.now],
      ['all', losses?.later],
    ] as const) {
      const url = `/api/v1/risk/input?treatments=${treatments}&years=100000&seed=1`
      const { body } = await ask(app, { as: 'ciso', url })
      assert.deepEqual(body, JSON.parse(JSON.stringify(drawn?.input)))
    }
  })

  it('goes out again as OSCAL', async () => {
    const read = async (model: string) => {
      const came = await ask(app, { as: 'ciso', url: `/api/v1/oscal?model=${model}` })
      assert.equal(came.status, 200, came.text)
      const { document, problems } = readOscal(Buffer.from(came.text))
      assert.deepEqual(problems, [], model)
      return document?.body ?? {}
    }
    const catalog = requirementsOf(await read('catalog'))
    assert.equal(catalog.filter(({ kind }) => kind === 'control').length, 80)
    const plan = await read('plan-of-action-and-milestones')
    assert.deepEqual([itemsOf(plan).length, findingsOf(plan).length], [21, 7])
    const results = await read('assessment-results')
    // No level is set before a director has approved it: so nothing is said to reach it.
    assert.equal(findingsOf(results).length, 7)
    assert.ok((await read('component-definition'))['components'])
  })

  it('is nobody else’s', async () => {
    const sites = await ask(app, { as: 'ciso', tenant: second, url: '/api/v1/sites' })
    assert.deepEqual(sites.body.items, [])
  })
})
