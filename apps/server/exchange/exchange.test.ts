// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { before, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { strToU8, zipSync } from 'fflate'
import { httpApp } from '../http/app.ts'
import { developmentTokens } from '../http/development.ts'
import { everybody, type Role, tokenOf } from '../http/testing/people.ts'
import { ask } from '../http/testing/requests.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { judged, said } from '../verify/testing/data.ts'

const third = '0190c000-0000-7000-8000-0000000000cc'
const ciso = everybody.find(({ actor }) => actor.roles.includes('ciso'))!

onBothEngines('import and export', (bench) => {
  let app: FastifyInstance
  before(async () => {
    await bench.storage.createTenant({ id: third, name: 'Third' })
    const stranger = { ...ciso, tenant: third, token: tokenOf('ciso', third) }
    const authenticate = developmentTokens([...everybody, stranger])
    app = await httpApp({ storage: bench.storage, authenticate, requestsPerMinute: 1e9 })
  })

  const url = '/api/v1/imports'
  const csv = { 'content-type': 'text/csv' }

  async function uploaded(
    register: string,
    raw: string | Buffer,
    { as = 'ciso', tenant, name = 'lijst.csv' }: { as?: Role; tenant?: string; name?: string } = {},
  ) {
    const came = await ask(app, {
      as,
      ...(tenant === undefined ? {} : { tenant }),
      url: `${url}?register=${register}&name=${encodeURIComponent(name)}`,
      raw,
      method: 'POST',
      headers: csv,
    })
    assert.equal(came.status, 201, came.text)
    return came.body
  }

  async function act(id: string, what: string, body?: unknown, as: Role = 'ciso', tenant?: string) {
    const who = { as, ...(tenant === undefined ? {} : { tenant }) }
    return ask(app, { ...who, method: 'POST', url: `${url}/${id}/${what}`, body })
  }

  async function settled(id: string): Promise<any> {
    for (;;) {
      const { body } = await ask(app, { as: 'ciso', url: `${url}/${id}` })
      if (!['judging', 'writing', 'undoing'].includes(body.state)) return body
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  async function rows(id: string, query = '') {
    return (await ask(app, { as: 'ciso', url: `${url}/${id}/rows?limit=500${query}` })).body.items
  }

  async function judgedOf(register: string, raw: string | Buffer, more = {}) {
    const made = await uploaded(register, raw, more)
    const came = await act(made.id, 'dry-run')
    assert.equal(came.status, 200, came.text)
    return came.body
  }

  async function imported(register: string, raw: string | Buffer, more = {}) {
    const judged = await judgedOf(register, raw, more)
    const came = await act(judged.id, 'confirm', { digest: judged.judgement.digest })
    assert.equal(came.status, 200, came.text)
    return came.body
  }

  async function listed(plural: string, query = '') {
    return (await ask(app, { as: 'ciso', url: `/api/v1/${plural}?limit=500${query}` })).body.items
  }

  it('writes nothing before somebody has said so, then all of it, and tells the log', async () => {
    const text = 'Code;Naam;Plaats;Land\nS1;Fabriek Noord;Deventer;nl\nS2;Fabriek Zuid;;NL\n'
    const judged = await judgedOf('sites', text)
    assert.deepEqual(judged.judgement.counts, { create: 2, change: 0, same: 0, refused: 0 })
    assert.deepEqual(await listed('sites'), [])
    const wrong = await act(judged.id, 'confirm', { digest: '0'.repeat(64) })
    assert.equal(wrong.body.code, 'import-moved')
    const done = await act(judged.id, 'confirm', { digest: judged.judgement.digest })
    assert.equal(done.body.state, 'done', done.text)
    assert.equal(done.body.result.counts.created, 2)
    const sites = await listed('sites')
    assert.deepEqual(sites.map(({ values }: any) => values.city ?? null).sort(), ['Deventer', null])
    const entry = await bench.storage.read(ciso.tenant, (db) =>
      db
        .selectFrom('log_entries')
        .innerJoin('log_payloads', (on) => on.onRef('log_payloads.entry', '=', 'log_entries.entry'))
        .select(['header', 'bytes'])
        .where('log_entries.entry', '=', done.body.entry)
        .executeTakeFirstOrThrow(),
    )
    assert.match(Buffer.from(entry.header).toString(), /"type":"import.done"/)
    const said = JSON.parse(Buffer.from(entry.bytes ?? []).toString())
    assert.equal(said.event.file, createHash('sha256').update(text).digest('hex'))
    assert.equal(said.event.result, done.body.result.digest)
    const again = await judgedOf('sites', text)
    assert.deepEqual(again.judgement.counts, { create: 0, change: 0, same: 2, refused: 0 })
  })

  it('finds people by code, e-mail and name, and names who it could be', async () => {
    await imported(
      'persons',
      'code;name;email\nJV;Jan de Vries;jan@fabriek.example\nAV;Anna Visser;\nAV2;Anna Visser;\nKD;Käthe Dörr;\n',
    )
    const assets = [
      'Code;Naam;Eigenaar;Locatie',
      'A1;Pers;JAN@fabriek.example;Fabriek Noord',
      'A2;Oven;jan de vries;S1',
      'A3;Robot;Anna Visser;S2',
      'A4;Pomp;Niemand;S1',
      'A5;Kast;kathe dorr;S1',
    ].join('\n')
    const judged = await judgedOf('assets', assets)
    assert.deepEqual(judged.judgement.counts, { create: 3, change: 0, same: 0, refused: 2 })
    const [several, none] = await rows(judged.id, '&plan=refused')
    assert.equal(several.errors[0].code, 'reference-ambiguous')
    assert.deepEqual(several.errors[0].candidates.map(({ title }: any) => title).sort(), [
      'Anna Visser · AV',
      'Anna Visser · AV2',
    ])
    assert.deepEqual([none.errors[0].code, none.errors[0].cell], ['reference-unknown', 'C5'])
    const other = await uploaded('assets', assets, { tenant: third })
    const theirs = await act(other.id, 'dry-run', undefined, 'ciso', third)
    assert.equal(
      theirs.body.judgement.counts.refused,
      5,
      'another organisation’s people were found',
    )
    const stranger = await ask(app, { as: 'ciso', tenant: third, url: `${url}/${judged.id}` })
    assert.equal(stranger.status, 404)
  })

  it('reads what people really send: titles, decimals, dates, blanks, Windows-1252', async () => {
    const text = [
      'Inventaris OT, stand 3 maart 2026;;;;;;;',
      ';;;;;;;',
      'Apparaat;;;Netwerk;;Geld;;',
      'Nummer;Apparaat;Merk;IP-adres;Kritikaliteit;Vervangingswaarde;Aanschafdatum;is_safety_related',
      ';;;;;;;',
      'M-1;Mengér;Siemens;10.0.0.1, 10.0.0.2;hoog;€ 1.250,00;5-3-2019;ja',
      'M-2;Oven;;10.0.0.300;laag;12500;31/12/2020;nee',
      'M-3;Pomp;-;;#N/B;12,50;2020;misschien',
      'M-1;Nog eens;;;;;;',
    ].join('\r\n')
    const judged = await judgedOf('assets', Buffer.from(text.replaceAll('€', '\u0080'), 'latin1'))
    assert.equal(judged.settings.head_line, 4)
    const found = await rows(judged.id)
    assert.deepEqual(
      found.map(({ plan }: any) => plan),
      ['create', 'refused', 'refused', 'refused'],
      JSON.stringify(found, null, 1),
    )
    const errors = (at: number) =>
      found[at].errors.map(({ cell, code }: any) => `${cell} ${code}`).sort()
    assert.deepEqual(errors(1), ['D7 field-refused'])
    assert.deepEqual(errors(2), [
      'E8 cell-fault',
      'F8 field-refused',
      'G8 field-refused',
      'H8 field-refused',
    ])
    assert.deepEqual(found[3].errors, [
      { cell: 'A9', code: 'row-repeated', field: 'code', first: 6, column: 'Nummer' },
    ])
    const done = await act(judged.id, 'confirm', { digest: judged.judgement.digest })
    assert.equal(done.body.result.counts.created, 1)
    const [made] = (await listed('assets', '&filter=code:eq:M-1')) as any[]
    assert.deepEqual(
      [made.values.ips, made.values.replacement_cost_eur, made.values.purchased_on],
      [['10.0.0.1', '10.0.0.2'], 1250, '2019-03-05'],
    )
    assert.equal(made.values.name, 'Mengér')
    assert.equal(made.values.is_safety_related, true)
  })

  it('keeps to the rule where both have a value, and tells from and to', async () => {
    const text = 'Code;Naam;Plaats\nS1;Noord BV;Zutphen\nS2;Fabriek Zuid;Arnhem\n'
    const made = await uploaded('sites', text)
    const counts: Record<string, unknown> = {}
    for (const rule of ['ours', 'fill', 'refuse', 'theirs']) {
      const patched = await ask(app, {
        as: 'ciso',
        method: 'PATCH',
        url: `${url}/${made.id}`,
        body: { rule },
      })
      assert.equal(patched.status, 200, patched.text)
      const came = await act(made.id, 'dry-run')
      counts[rule] = came.body.judgement.counts
    }
    const nothing = { create: 0, change: 0, same: 0, refused: 0 }
    assert.deepEqual(counts, {
      ours: { ...nothing, same: 2 },
      fill: { ...nothing, same: 1, change: 1 },
      refuse: { ...nothing, refused: 1, change: 1 },
      theirs: { ...nothing, change: 2 },
    })
    const [first] = await rows(made.id)
    assert.deepEqual(
      first.changes,
      [
        { field: 'city', from: 'Deventer', to: 'Zutphen' },
        { field: 'name', from: 'Fabriek Noord', to: 'Noord BV' },
      ].sort((a, b) => (a.field > b.field ? -1 : 1)),
    )
  })

  it('shows the difference when the registers move between the look and the word', async () => {
    const judged = await judgedOf('sites', 'Code;Naam\nS1;Nieuwe naam\nS9;Negen\n')
    await imported('sites', 'Code;Naam\nS9;Eerder\n')
    const moved = await act(judged.id, 'confirm', { digest: judged.judgement.digest })
    assert.deepEqual(
      [moved.status, moved.body.code, moved.body.errors],
      [409, 'import-moved', [{ code: 'import-moved', line: 3 }]],
    )
    const fresh = (await ask(app, { as: 'ciso', url: `${url}/${judged.id}` })).body
    assert.deepEqual(fresh.judgement.counts, { create: 0, change: 2, same: 0, refused: 0 })
    const done = await act(judged.id, 'confirm', { digest: fresh.judgement.digest })
    assert.equal(done.body.result.counts.changed, 2)
  })

  it('is taken back in one go, but for what somebody changed since', async () => {
    const done = await imported('zones', 'Code;Naam;Soort\nZ1;Cel 1;ot\nZ2;Cel 2;ot\nZ3;Cel 3;ot\n')
    const zones = (await listed('zones')) as any[]
    assert.equal(zones.length, 3, JSON.stringify(await rows(done.id)))
    const third = zones.find(({ values }) => values.code === 'Z3')
    await ask(app, {
      as: 'ciso',
      method: 'PATCH',
      url: `/api/v1/zones/${third.id}`,
      body: { values: { name: 'Cel drie' } },
      version: 1,
    })
    const change = await imported('zones', 'Code;Naam;Opmerking\nZ1;Cel een;hier\n')
    const back = await act(change.id, 'undo', { reason: 'verkeerde lijst' })
    assert.deepEqual([back.status, back.body.state], [200, 'undone'], back.text)
    const first = ((await listed('zones')) as any[]).find(({ values }) => values.code === 'Z1')
    assert.deepEqual([first.values.name, first.values.note, first.version], ['Cel 1', undefined, 3])
    const undone = await act(done.id, 'undo', { reason: 'verkeerde lijst' })
    const { counts } = undone.body.result
    // The first was changed and changed back: that it is as it was does not make it untouched.
    assert.deepEqual([counts.undone, counts.kept], [1, 2], undone.text)
    const kept = await rows(done.id, '&outcome=kept')
    assert.deepEqual(
      kept.map(({ line, errors }: any) => [line, errors[0].code]),
      [
        [2, 'stale-version'],
        [4, 'stale-version'],
      ],
    )
    // What was taken out of the register by it can come in again.
    const again = await uploaded('zones', 'Code;Naam\nZ2;Cel 2\n')
    const refused = await act(again.id, 'dry-run')
    assert.equal(refused.body.judgement.counts.same, 1)
    await ask(app, {
      as: 'ciso',
      method: 'PATCH',
      url: `${url}/${again.id}`,
      body: { retired: 'reinstate' },
    })
    const judged = await act(again.id, 'dry-run')
    assert.equal(judged.body.judgement.counts.change, 1, judged.text)
    const in2 = await act(again.id, 'confirm', { digest: judged.body.judgement.digest })
    assert.equal(in2.body.result.counts.changed, 1, in2.text)
    assert.equal(((await listed('zones')) as any[]).length, 3)
  })

  it('follows permissions and four eyes as single changes do', async () => {
    const made = await uploaded('organisations', 'Code;Naam\nO1;Fabriek\n', {
      as: 'ot_engineer',
    }).catch(() => undefined)
    assert.equal(made, undefined, 'who may not is not let in')
    const judged = await judgedOf('incidents', 'Code;Naam;significance\nI1;Rook;not_significant\n')
    assert.equal(judged.judgement.waiting, 1, JSON.stringify(await rows(judged.id)))
    const done = await act(judged.id, 'confirm', { digest: judged.judgement.digest })
    assert.equal(done.body.result.counts.waiting, 1)
    assert.deepEqual(await listed('incidents'), [])
  })

  it('takes rows that lean on rows further down', async () => {
    const done = await imported(
      'assets',
      'Code;Naam;part_of\nK1;Kaart;Kast 7\nK2;Kast 7;\nK3;Lamp;K1\n',
    )
    assert.equal(done.result.counts.created, 3, JSON.stringify(await rows(done.id)))
  })

  it('goes out and comes back without a change, as CSV and as XLSX', async () => {
    for (const plural of ['sites', 'persons', 'assets', 'zones']) {
      for (const query of [
        'format=csv',
        'format=csv&delimiter=comma&bom=no&language=en',
        'format=xlsx',
        'format=xlsx&language=en&retired=yes',
      ]) {
        const out = await app.inject({
          method: 'GET',
          url: `/api/v1/exports/${plural}?${query}`,
          headers: {
            authorization: `Bearer ${everybody.find((one) => one.actor.roles[0] === 'ciso')?.token}`,
          },
        })
        assert.equal(out.statusCode, 200, out.body)
        const judged = await judgedOf(plural, out.rawPayload, { name: `x.${query.slice(7, 10)}` })
        const { counts } = judged.judgement
        const all = counts.create + counts.change + counts.refused
        assert.equal(
          all,
          0,
          `${plural} ${query}: ${JSON.stringify(await rows(judged.id), null, 1)}`,
        )
        assert.ok(counts.same > 0)
      }
    }
  })

  it('gives templates, and no field that somebody may not see', async () => {
    for (const query of ['format=csv', 'format=xlsx&language=en']) {
      const came = await ask(app, { as: 'employee', url: `/api/v1/templates/assets?${query}` })
      assert.equal(came.status, 200)
    }
    const out = await ask(app, { as: 'auditor', url: '/api/v1/exports/persons?language=en' })
    assert.match(
      out.text.split('\r\n')[0],
      /^\uFEFFId;Code;Name;Job title;Department;Employer;State$/,
    )
    assert.equal((await ask(app, { as: 'employee', url: '/api/v1/exports/persons' })).status, 403)
    const hidden = await ask(app, { as: 'auditor', url: '/api/v1/exports/persons?sort=email' })
    assert.equal(hidden.status, 403)
  })

  it('survives files that mean harm', async () => {
    const sheet = (data: string) => book(`<worksheet><sheetData>${data}</sheetData></worksheet>`)
    const text = '<c r="A1" t="inlineStr"><is><t>Code</t></is></c>'
    const hostile: Record<string, Buffer> = {
      'unclosed.csv': Buffer.from('Code;Naam\nA;"B\n'.padEnd(70_000, 'x')),
      'nul.csv': Buffer.from('Code;Naam\nA\0;B\n'),
      'columns.csv': Buffer.from(`${'Code;'.repeat(1_000_000)}\n1;2\n`),
      'bomb.xlsx': Buffer.from(
        zipSync({ 'xl/workbook.xml': new Uint8Array(250 * 1024 * 1024) }, { level: 9 }),
      ),
      'corner.xlsx': sheet(
        `<row r="1">${text}</row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`,
      ),
      'rows.xlsx': sheet(
        `<row r="1">${text}</row><row r="2000000000"><c r="A2000000000"><v>1</v></c></row>`,
      ),
      'deep.xlsx': sheet(`<row r="1">${text}</row>${'<row>'.repeat(200_000)}`),
      'entity.xlsx': book('<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'),
      'broken.xlsx': Buffer.from('PK\u0003\u0004 and nothing more'),
      'empty.csv': Buffer.from('\n\n\n'),
    }
    for (const [name, bytes] of Object.entries(hostile)) {
      const made = await uploaded('assets', bytes, { name })
      assert.ok(
        made.problems.length > 0 || made.file.rows === 0,
        `${name}: ${JSON.stringify(made)}`,
      )
      if (made.state === 'refused') {
        assert.equal((await act(made.id, 'dry-run')).status, 409)
      }
    }
    const claims = await ask(app, {
      as: 'ciso',
      url: `${url}?register=assets&name=x.csv`,
      raw: 'Code\n',
      method: 'POST',
      headers: { ...csv, 'content-length': String(2 * 1024 ** 3) },
    })
    assert.equal(claims.status, 413)
    const nothing = await ask(app, {
      as: 'ciso',
      url: `${url}?register=assets&name=x.csv`,
      raw: '',
      method: 'POST',
      headers: csv,
    })
    assert.equal(nothing.status, 422)
  })

  it('ends when asked to, keeps what is done, and can be taken back', async () => {
    const lines = Array.from({ length: 6_000 }, (_, n) => `B${n};Merk ${n}`)
    const made = await uploaded('brands', `Code;Naam\n${lines.join('\n')}\n`)
    await act(made.id, 'dry-run')
    const judged = await settled(made.id)
    assert.equal(judged.judgement.counts.create, 6_000)
    const { digest } = judged.judgement
    const confirming = act(made.id, 'confirm', { digest })
    for (let isAsked = false; !isAsked; ) {
      isAsked = (await act(made.id, 'cancel')).status === 200
    }
    await confirming
    const ended = await settled(made.id)
    assert.equal(ended.state, 'done')
    const { created } = ended.result.counts
    assert.ok(ended.result.is_cancelled === false || created < 6_000, JSON.stringify(ended.result))
    assert.equal((await listed('brands')).length, Math.min(created, 500))
    await act(made.id, 'undo', { reason: 'toch niet' })
    const undone = await settled(made.id)
    assert.equal(undone.state, 'undone', JSON.stringify(undone))
    assert.equal(undone.result.counts.undone, created)
    assert.deepEqual(await listed('brands'), [])
  })

  it('goes on where a server went down in the middle, and makes nothing twice', async () => {
    const judged = await judgedOf('zones', 'Code;Naam;Soort\nY1;Een;ot\nY2;Twee;ot\nZ1;Cel I;ot\n')
    const { digest } = judged.judgement
    const done = await act(judged.id, 'confirm', { digest })
    assert.equal(done.body.state, 'done')
    // As it would stand had the server gone before it noted anything.
    const { tenant } = ciso
    await bench.storage.write(tenant, async (db) => {
      await db
        .updateTable('imports')
        .set({ state: 'writing', result: null, entry: null, seen_at: '2020-01-01T00:00:00.000Z' })
        .where('id', '=', judged.id)
        .execute()
      await db
        .updateTable('import_lines')
        .set({ outcome: null, made_version: null })
        .where('import', '=', judged.id)
        .execute()
      const rows = JSON.stringify([
        [1, 'Code', 'Naam', 'Soort'],
        [2, 'Y1', 'Een', 'ot'],
        [3, 'Y2', 'Twee', 'ot'],
        [4, 'Z1', 'Cel I', 'ot'],
      ])
      const part = { import: judged.id, sheet: 1, part: 1, rows }
      await db.insertInto('import_rows').values(part).execute()
    })
    const size = (await bench.storage.log(tenant)).head.size
    const again = await act(judged.id, 'confirm', { digest })
    assert.deepEqual(again.body.result.counts, done.body.result.counts, again.text)
    assert.equal(again.body.result.digest, done.body.result.digest)
    assert.equal((await bench.storage.log(tenant)).head.size, size, 'something was made twice')
    assert.equal(again.body.entry, done.body.entry)
  })

  it('leaves a log that is proven whole, imports and all', async () => {
    const verdict = await judged(bench)
    const faults = said(verdict).filter((line) => /import|record|entr|leaf|prev/.test(line))
    assert.deepEqual(faults, [], JSON.stringify(said(verdict)))
  })

  it('keeps no values of a file once it is decided upon', async () => {
    const done = await imported('persons', 'Code;Naam;E-mail\nGE;Geheim Persoon;geheim@x.example\n')
    const { tenant } = ciso
    const kept = await bench.storage.read(tenant, async (db) =>
      JSON.stringify([
        await db.selectFrom('import_rows').selectAll().where('import', '=', done.id).execute(),
        await db.selectFrom('import_lines').selectAll().where('import', '=', done.id).execute(),
      ]),
    )
    assert.doesNotMatch(kept, /Geheim|geheim/)
  })
})

function book(sheet: string): Buffer {
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const parts = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="${office}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
  }
  const packed = Object.entries(parts).map(([name, part]) => [name, strToU8(part)])
  return Buffer.from(zipSync(Object.fromEntries(packed)))
}
