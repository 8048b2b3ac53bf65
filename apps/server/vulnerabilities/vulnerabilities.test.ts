// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { before, it } from 'node:test'
import {
  csafDocument,
  type ExampleAdvisory,
  plcAdvisory,
  switchAdvisory,
} from '@schouw/fixtures/advisories'
import type { FastifyInstance } from 'fastify'
import { Files } from '../files/files.ts'
import { ask } from '../http/testing/requests.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { second, first as tenant } from '../storage/testing/tenants.ts'
import { runImport } from './run.ts'
import { Vulnerabilities } from './service.ts'
import { importRow, storeImport } from './store.ts'
import { brought, made, vulnerabilityApp } from './testing/asking.ts'

const kev = {
  catalogVersion: '2026.11.10',
  vulnerabilities: [{ cveID: plcAdvisory.cve, dateAdded: '2026-11-09', dueDate: '2026-11-30' }],
}

onBothEngines('vulnerabilities', (bench) => {
  let app: FastifyInstance
  const ids: Record<string, string> = {}
  const make = (kind: Parameters<typeof made>[1], values: object) => made(bench, kind, values)
  const bring = (name: string, document: unknown) => brought(app, name, document)
  const asCsaf = (given: ExampleAdvisory, more: Partial<ExampleAdvisory> = {}) =>
    csafDocument({ ...given, ...more })
  const ofPlc = () =>
    ask(app, { as: 'auditor', url: `/api/v1/vulnerabilities/assets/${ids['plc']}` })

  before(async () => {
    app = await vulnerabilityApp(bench)
    const office = await make('zone', { code: 'Z1', name: 'Office', kind: 'office' })
    const line = await make('zone', { code: 'Z2', name: 'Line 1', kind: 'ot' })
    ids['conduit'] = await make('conduit', {
      code: 'K1',
      name: 'MES',
      from_zone: office,
      to_zone: line,
      services: ['s7comm'],
    })
    const windows = [{ days: ['sat'], from: '06:00', to: '14:00' }]
    const process = await make('process', {
      code: 'P1',
      name: 'Milling',
      maintenance_windows: windows,
    })
    ids['plc'] = await make('asset', {
      code: 'PLC1',
      name: 'L1-PLC01',
      role: 'plc',
      vendor: 'Siemens',
      model: 'CPU 1515-2 PN',
      order_number: '6ES7515-2AM01-0AB0',
      firmware: 'V2.9.4',
      zone: line,
      process,
    })
    await make('crown-jewel', {
      code: 'J',
      name: 'Line 1',
      nature: 'system',
      why: 'x',
      assets: [ids['plc']],
    })
    ids['switch'] = await make('asset', {
      code: 'SW1',
      name: 'L1-SW01',
      role: 'switch',
      vendor: 'Siemens',
      model: 'SCALANCE XC208',
      order_number: '6GK5208-0BA00-2AC2',
      firmware: 'V04.03.01',
      zone: line,
    })
    ids['blank'] = await make('asset', { code: 'X', name: 'Nobody knows' })
  })

  it('reads an advisory and matches it with the devices of the register', async () => {
    const came = await bring('ex-26-001.json', asCsaf(plcAdvisory))
    assert.equal(came.status, 201, came.text)
    assert.equal(came.body.state, 'done')
    const { counters } = came.body
    assert.deepEqual(
      [counters.new_documents, counters.new_matches, counters.subjects, counters.not_assessable],
      [1, 1, 3, 1],
    )
    assert.ok(came.body.entry > 0)
    const { body } = await ofPlc()
    const [line] = body.items
    assert.deepEqual(
      [line.verdict, line.basis, line.route, line.stated_by, line.fix],
      ['affected', 'version_in_range', 'order_number', 'publisher', 'available'],
    )
    assert.equal(line.evidence[0].range, 'vers:intdot/<2.9.7')
  })

  it('says when to act and why, from the place of the device and the catalogue', async () => {
    const before = (await ofPlc()).body
    assert.equal(before.exposure, 'reachable')
    assert.deepEqual(before.path[0].says, { kind: 'conduit', id: ids['conduit'] })
    assert.equal(before.items[0].proposal.when, 'next_window')
    assert.equal(before.items[0].proposal.on, before.window.on)
    const came = await bring('kev.json', kev)
    assert.equal(came.body.counters.catalogues, 1)
    const after = (await ofPlc()).body
    assert.equal(after.items[0].proposal.when, 'now')
    assert.deepEqual(after.items[0].proposal.because, [
      'exploited',
      'exposure_reachable',
      'crown_jewel',
    ])
    const queue = await ask(app, { as: 'director', url: '/api/v1/vulnerabilities' })
    assert.equal(queue.body.counts.now, 1)
    assert.equal(queue.body.standing.kev.as_of, '2026.11.10')
  })

  it('is proposed as a risk with its device while attackers use it', async () => {
    const { body } = await ask(app, { as: 'director', url: '/api/v1/risk/proposals' })
    const [first] = body.proposals
    assert.deepEqual(
      [first.from, first.key, first.assets],
      ['vulnerability', `vulnerability/${ids['plc']}`, [ids['plc']]],
    )
    assert.match(first.grounds[0].name, new RegExp(`^${plcAdvisory.cve}: L1-PLC01$`))
    const foreign = await ask(app, { as: 'ciso', tenant: second, url: '/api/v1/risk/proposals' })
    assert.ok(!foreign.text.includes(ids['plc'] ?? ''))
  })

  it('keeps what people decided when a revision comes, which raises nothing where nothing changed', async () => {
    const on = [{ subject: ids['plc'], weakness: plcAdvisory.cve }]
    const decided = await ask(app, {
      as: 'ciso',
      url: '/api/v1/vulnerabilities/decisions',
      body: { on, decision: 'next_window', reason: 'Firewall closed to port 102 until then' },
    })
    assert.equal(decided.status, 200, decided.text)
    const finding = await ask(app, { as: 'ciso', url: `/api/v1/findings/${decided.body.finding}` })
    assert.equal(finding.body.values.origin, 'advisory')
    assert.deepEqual(finding.body.values.assets, [ids['plc']])
    const since = (await ofPlc()).body.items[0]
    const quiet = await bring('r2.json', asCsaf(plcAdvisory, { revision: 2, on: '2026-11-01' }))
    assert.deepEqual(
      [quiet.body.counters.quiet_revisions, quiet.body.counters.new_matches ?? 0],
      [1, 0],
    )
    const still = (await ofPlc()).body.items[0]
    assert.deepEqual(
      [still.mark, still.decision, still.since, still.changed_at],
      ['in_progress', 'next_window', since.since, since.changed_at],
    )
    const wider = asCsaf(plcAdvisory, {
      revision: 3,
      on: '2026-11-02',
      remediation: { category: 'mitigation', details: 'No fix after all.' },
    })
    const loud = await bring('r3.json', wider)
    assert.deepEqual([loud.body.counters.new_revisions, loud.body.counters.changed_matches], [1, 1])
    const moved = (await ofPlc()).body.items[0]
    assert.deepEqual(
      [moved.fix, moved.mark, moved.decision],
      ['mitigation_only', 'in_progress', 'next_window'],
    )
    const { body } = await ask(app, { as: 'ciso', url: `/api/v1/advisories/${moved.document}` })
    assert.deepEqual(body.changes, ['remediations'])
    assert.deepEqual(
      body.revisions[0].differences.map((one: { what: string; subject: string }) => [
        one.what,
        one.subject,
      ]),
      [
        ['remediation', 'vendor_fix'],
        ['remediation', 'mitigation'],
      ],
    )
    assert.deepEqual(body.statistics, { matching: 1, not_remediated: 0, in_progress: 1, done: 0 })
    const older = await bring('r1.json', asCsaf(plcAdvisory, { revision: 1, on: '2026-10-01' }))
    assert.equal(older.body.counters.older_revisions, 1)
  })

  it('solves the finding when everything it is about is done', async () => {
    const on = [{ subject: ids['plc'], weakness: plcAdvisory.cve }]
    const url = '/api/v1/vulnerabilities/decisions'
    await ask(app, { as: 'ciso', url, body: { on, mark: 'done', reason: 'V2.9.7 loaded' } })
    const { finding } = (await ofPlc()).body.items[0]
    const record = await ask(app, { as: 'ciso', url: `/api/v1/findings/${finding}` })
    assert.equal(record.body.state, 'solved')
  })

  it('never takes leave without a reason, nor decides on what is not there', async () => {
    const url = '/api/v1/vulnerabilities/decisions'
    const on = [{ subject: ids['plc'], weakness: plcAdvisory.cve }]
    const bare = await ask(app, { as: 'ciso', url, body: { on, decision: 'never' } })
    assert.equal(bare.status, 422)
    const strange = [{ subject: ids['plc'], weakness: 'CVE-2000-0001' }]
    const none = await ask(app, { as: 'ciso', url, body: { on: strange, mark: 'done' } })
    assert.equal(none.status, 404)
  })

  it('matches a device again when it is registered otherwise', async () => {
    await bring('ex-26-003.json', asCsaf(switchAdvisory))
    const of = async () => {
      const { body } = await ask(app, {
        as: 'ciso',
        url: `/api/v1/vulnerabilities/assets/${ids['switch']}`,
      })
      return body.items[0].verdict
    }
    assert.equal(await of(), 'affected')
    const { body } = await ask(app, { as: 'ciso', url: `/api/v1/assets/${ids['switch']}` })
    await ask(app, {
      as: 'ciso',
      method: 'PATCH',
      url: `/api/v1/assets/${ids['switch']}`,
      body: { values: { firmware: 'V04.04.00' } },
      version: body.version,
      key: crypto.randomUUID(),
    })
    const run = await ask(app, {
      as: 'ot_engineer',
      url: '/api/v1/vulnerabilities/runs',
      body: { subjects: [ids['switch']] },
    })
    assert.equal(run.status, 200, run.text)
    assert.equal(await of(), 'not_affected')
  })

  it('keeps an invalid document, says so, and matches it all the same', async () => {
    const broken = asCsaf(switchAdvisory, {
      id: 'EX-BROKEN',
      isBroken: true,
      cve: 'CVE-2026-99000042',
    })
    const came = await bring('broken.json', broken)
    assert.deepEqual([came.body.counters.invalid_documents, came.body.counters.new_matches], [1, 1])
    const list = await ask(app, { as: 'auditor', url: '/api/v1/advisories?q=EX-BROKEN' })
    assert.equal(list.body.items[0].is_invalid, true)
    const { document, digest } = list.body.items[0]
    const raw = await ask(app, {
      as: 'auditor',
      url: `/api/v1/advisories/${document}/revisions/${digest}`,
    })
    assert.equal(raw.text, JSON.stringify(broken))
  })

  it('says what it could not read, and keeps going', async () => {
    const came = await bring('cut.json', '{"document": {')
    assert.equal(came.status, 201)
    assert.equal(came.body.state, 'done')
    assert.equal(came.body.problems[0].expected, 'JSON in UTF-8')
    const other = await bring('other.json', '{"a": "\\u0000\\ud800"}')
    assert.equal(other.body.counters.other_files, 1)
  })

  it('keeps text of strangers as it is, whatever characters it has', async () => {
    const title = 'x\u0000\ud800<script>alert(1)</script>'
    const came = await bring(
      'odd.json',
      asCsaf(plcAdvisory, { id: 'EX-ODD', title, cve: 'CVE-2026-99000043' }),
    )
    assert.equal(came.body.state, 'done', came.text)
  })

  it('keeps a written assessment by whom it is', async () => {
    const list = await ask(app, { as: 'auditor', url: '/api/v1/advisories' })
    const [{ document }] = list.body.items
    const url = `/api/v1/advisories/${document}/assessments`
    const body = { relevance: 'relevant', text: 'Touches line 1; closed at the firewall.' }
    const came = await ask(app, { as: 'ot_engineer', url, body })
    assert.equal(came.status, 201, came.text)
    const seen = await ask(app, { as: 'auditor', url: `/api/v1/advisories/${document}` })
    assert.deepEqual(seen.body.assessed, 'relevant')
    assert.equal(seen.body.assessments[0].text, body.text)
  })

  it('gives the queue page by page, nothing twice and nothing left out', async () => {
    const many = csafDocument({ ...plcAdvisory, id: 'EX-MANY' }) as {
      vulnerabilities: { cve: string }[]
    }
    const [first] = many.vulnerabilities
    const wide = Array.from({ length: 230 }, (_, at) => ({ ...first, cve: `CVE-2026-1${at}0000` }))
    await bring('many.json', { ...many, vulnerabilities: wide })
    const lines: { subject: string; weakness: string }[] = []
    let pages = 0
    for (let next: string | null = ''; next !== null; pages += 1) {
      const after: string = next === '' ? '' : `&after=${next}`
      const came = await ask(app, { as: 'ciso', url: `/api/v1/vulnerabilities?done=false${after}` })
      assert.equal(came.status, 200, came.text)
      lines.push(...came.body.items)
      next = came.body.next
      const { now, find_out, next_window, never } = came.body.counts
      if (next === null) assert.equal(lines.length, now + find_out + next_window + never)
    }
    assert.equal(pages, 2)
    const named = lines.map(({ subject, weakness }) => `${subject} ${weakness}`)
    assert.equal(new Set(named).size, named.length)
    // The definition: what the views of the devices say is open.
    const naive = []
    for (const id of [ids['plc'], ids['switch'], ids['blank']]) {
      const { body } = await ask(app, { as: 'ciso', url: `/api/v1/vulnerabilities/assets/${id}` })
      naive.push(...body.items)
    }
    const open = naive.filter(({ verdict, mark }) => verdict !== 'not_affected' && mark !== 'done')
    assert.deepEqual(
      named.toSorted(),
      open.map(({ subject, weakness }) => `${subject} ${weakness}`).toSorted(),
    )
    const strange = await ask(app, { as: 'ciso', url: '/api/v1/vulnerabilities?after=AAAA' })
    assert.equal(strange.status, 200)
  })

  it('follows the registers: a zone that nobody reaches takes the haste away', async () => {
    const waits = async () => {
      const { body } = await ask(app, { as: 'ciso', url: '/api/v1/vulnerabilities?done=false' })
      const own = body.items.filter((one: { asset: string }) => one.asset === ids['plc'])
      return [...new Set(own.map((one: { exposure: string }) => one.exposure))]
    }
    assert.deepEqual(await waits(), ['reachable'])
    const { body } = await ask(app, { as: 'ciso', url: `/api/v1/assets/${ids['plc']}` })
    await ask(app, {
      as: 'ciso',
      method: 'PATCH',
      url: `/api/v1/assets/${ids['plc']}`,
      body: { values: { is_internet_facing: true } },
      version: body.version,
      key: crypto.randomUUID(),
    })
    assert.deepEqual(await waits(), ['open'])
  })

  it('says what is in devices, and never calls a list good in which nothing is recognised', async () => {
    const within = ids['switch']
    const before = await ask(app, { as: 'auditor', url: '/api/v1/components' })
    const above = await make('software-component', { name: 'image', within })
    const came = await ask(app, { as: 'auditor', url: '/api/v1/components' })
    assert.equal(came.status, 200, came.text)
    const own = (body: { items: { asset: string }[] }) =>
      body.items.find(({ asset }) => asset === within)
    assert.deepEqual(own(came.body), {
      asset: within,
      title: 'L1-SW01',
      supplier: null,
      all: 1,
      affected: 0,
      no_version: 1,
      no_id: 1,
      no_licence: 1,
      verdict: 'blind',
    })
    assert.equal(came.body.without, before.body.without - 1)
    const purl = 'pkg:generic/zlib@1.3'
    const part = { name: 'zlib', version: '1.3', within, part_of: above, licence: 'Zlib', purl }
    await make('software-component', part)
    const after = await ask(app, { as: 'auditor', url: '/api/v1/components' })
    assert.equal((own(after.body) as { verdict?: string } | undefined)?.verdict, 'partly')
    assert.deepEqual(
      after.body.licences.toSorted(),
      [
        { licence: 'Zlib', count: 1 },
        { licence: null, count: 1 },
      ].toSorted(),
    )
    const tree = await ask(app, { as: 'auditor', url: `/api/v1/components/${within}` })
    assert.deepEqual(
      tree.body.items.map((one: { name: string; part_of: string | null }) => [
        one.name,
        one.part_of,
      ]),
      [
        ['image', null],
        ['zlib', above],
      ],
    )
    const foreign = { as: 'ciso', tenant: second } as const
    const none = await ask(app, { ...foreign, url: '/api/v1/components' })
    assert.deepEqual([none.body.items, none.body.licences], [[], []])
    const hidden = await ask(app, { ...foreign, url: `/api/v1/components/${within}` })
    assert.equal(hidden.status, 404)
  })

  it('matches the same with a thread that was kept and with one that reads everything again', async () => {
    const rows = () =>
      bench.storage.read(tenant, (db) =>
        db
          .selectFrom('vulnerability_matches as m')
          .innerJoin('vulnerability_grounds as g', 'g.digest', 'm.grounds')
          .select(['m.subject', 'm.document', 'm.weakness', 'm.verdict', 'm.basis', 'm.route'])
          .select(['m.stated_by', 'm.confidence', 'm.fix', 'm.since', 'm.changed_at', 'g.evidence'])
          .orderBy('m.subject')
          .orderBy('m.document')
          .orderBy('m.weakness')
          .execute(),
      )
    const kept = await rows()
    assert.ok(kept.length > 200)
    const files = new Files({ storage: bench.storage, folder: bench.folder })
    const clock = () => '2027-01-01T00:00:00.000Z'
    const afresh = new Vulnerabilities({ storage: bench.storage, files, clock })
    try {
      const { counters } = (await afresh.matchAgain(tenant, {}, 'ciso')) as {
        counters: Record<string, number>
      }
      assert.deepEqual(await rows(), kept)
      assert.deepEqual(
        [counters['new_matches'], counters['changed_matches'], counters['gone_matches']],
        [0, 0, 0],
      )
    } finally {
      afresh.close()
    }
  })

  it('ends when it is told to, says so, and matches what it had read with the next turn', async () => {
    const files = new Files({ storage: bench.storage, folder: bench.folder })
    const clock = () => new Date().toISOString()
    const service = new Vulnerabilities({ storage: bench.storage, files, clock })
    const text = JSON.stringify(asCsaf(plcAdvisory, { id: 'EX-CUT', cve: 'CVE-2026-99000077' }))
    const at = clock()
    const taken = await files.take({
      tenant,
      by: 'ciso',
      at,
      name: 'cut-off.json',
      stream: Readable.from([Buffer.from(text)]),
    })
    assert.ok(taken.ok)
    const id = crypto.randomUUID()
    const digest = createHash('sha256').update(text).digest('hex')
    const about = { fileName: 'cut-off.json', origin: '', licence: '' }
    await bench.storage.write(tenant, (db) =>
      storeImport(db, { id, digest, size: text.length, at, by: 'ciso', ...about }),
    )
    const cancel = new AbortController()
    const progress = async () => cancel.abort(new Error('cancelled'))
    try {
      await assert.rejects(
        runImport(service.around, id, { tenant, signal: cancel.signal, progress }),
      )
      const row = await bench.storage.read(tenant, (db) => importRow(db, id))
      assert.equal(row?.state, 'cancelled')
      const found = async () =>
        (await ofPlc()).body.items.filter(
          ({ weakness }: { weakness: string }) => weakness === 'CVE-2026-99000077',
        ).length
      assert.equal(await found(), 0)
      await service.follow(tenant)
      assert.equal(await found(), 1)
    } finally {
      service.close()
    }
  })

  it('shows another organisation nothing of it', async () => {
    for (const url of [
      '/api/v1/advisories',
      '/api/v1/vulnerabilities',
      '/api/v1/advisory-imports',
    ]) {
      const came = await ask(app, { as: 'ciso', tenant: second, url })
      assert.deepEqual(came.body.items, [], url)
    }
  })
})
