// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, it } from 'node:test'
import type { incidents } from '@schouw/core/board'
import { roles } from '@schouw/core/registers'
import type { FastifyInstance } from 'fastify'
import { httpApp } from '../http/app.ts'
import { developmentTokens } from '../http/development.ts'
import { everybody, personOf } from '../http/testing/people.ts'
import { ask } from '../http/testing/requests.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { creating, done } from '../storage/testing/records.ts'
import { second } from '../storage/testing/tenants.ts'

const writers = 60
type RoomClock = incidents.RoomClock

onBothEngines('rooms of incidents', (bench) => {
  let app: FastifyInstance
  let incident = ''
  before(async () => {
    app = await httpApp({
      storage: bench.storage,
      authenticate: developmentTokens(everybody),
      requestsPerMinute: 1e9,
    })
    const make = async (kind: Parameters<typeof creating>[0], values: unknown) =>
      (await done(bench.storage, creating(kind, values))).record?.id ?? ''
    await make('organisation', {
      ...{ code: 'vb', name: 'Voorbeeld BV', jurisdiction: 'NL', language: 'nl' },
      ...{ time_zone: 'Europe/Amsterdam', security_mailbox: 'ciso@voorbeeld.example' },
    })
    for (const role of [
      'ciso',
      'it_manager',
      'ot_engineer',
      'process_owner',
      'director',
    ] as const) {
      await done(bench.storage, creating('person', { code: role, name: role }, personOf(role)))
    }
    const person = personOf('ciso')
    incident = await make('incident', {
      ...{ code: 'I-1', name: 'Lijn 2 ligt stil', is_malicious: 'suspected' },
      description: 'Versleutelde bestanden op twee HMI’s',
    })
    const now = new Date().toISOString()
    await make('awareness', {
      ...{ incident, person, recorded_by: person, how: 'employee_report' },
      ...{ aware_at: now, recorded_at: now },
    })
  })
  const room = async (as: 'ciso' | 'ot_engineer' = 'ciso') => {
    const came = await ask(app, { as, url: `/api/v1/incidents/${incident}/room` })
    assert.equal(came.status, 200, came.text)
    return came.body.room
  }
  const write = (body: object, as: (typeof roles)[number] = 'ot_engineer') =>
    ask(app, { as, url: `/api/v1/incidents/${incident}/log`, body })

  it('shows its clocks to who is inside, and nothing to another organisation', async () => {
    const { clocks } = await room('ot_engineer')
    assert.ok(clocks.some(({ rule }: { rule: string }) => rule === 'nl.cbw.early_warning'))
    const url = `/api/v1/incidents/${incident}/room`
    assert.equal((await ask(app, { as: 'ciso', tenant: second, url })).status, 404)
    const line = { type: 'observation', text: 'x' }
    const log = { url: `/api/v1/incidents/${incident}/log`, body: line }
    assert.equal((await ask(app, { as: 'ciso', tenant: second, ...log })).status, 404)
    const { clocks: theirs } = (
      await ask(app, { as: 'ciso', tenant: second, url: '/api/v1/clocks' })
    ).body
    assert.deepEqual(theirs, [])
  })

  it('numbers lines of many at once without gaps, and loses none', async () => {
    const came = await Promise.all(
      Array.from({ length: writers }, (_, n) =>
        write({ type: 'observation', text: `seen ${n}` }, n % 2 === 0 ? 'ciso' : 'ot_engineer'),
      ),
    )
    for (const one of came) assert.equal(one.status, 201, one.text)
    const numbers = came.map(({ body }) => body.number).toSorted((a, b) => a - b)
    assert.deepEqual(
      numbers,
      numbers.map((_, place) => place + 1),
    )
    const texts = new Set((await room()).log.map(({ text }: { text: string }) => text))
    assert.equal(texts.size, writers)
  })

  it('writes a line that is sent twice once', async () => {
    const line = { id: randomUUID(), type: 'action', text: 'Switch 4 pulled' }
    const first = await write(line)
    const again = await write(line)
    assert.deepEqual([first.status, again.status], [201, 200])
    assert.equal(again.body.number, first.body.number)
    assert.equal((await write(line, 'ciso')).status, 409)
  })

  it('lets a process owner write what is seen, of no process too', async () => {
    const seen = await write({ type: 'observation', text: 'Rook bij cel 3' }, 'process_owner')
    assert.equal(seen.status, 201, seen.text)
    const released = { type: 'restart_released', text: 'Mag draaien' }
    const process = (await done(bench.storage, creating('process', { code: 'P9', name: 'P9' })))
      .record?.id
    assert.equal((await write({ ...released, process }, 'process_owner')).status, 403)
  })

  it('says who wrote a line, also where the line names somebody else', async () => {
    const { log } = await room()
    const number = log.length + 1
    const at = new Date().toISOString()
    const values = {
      ...{ incident, number, type: 'decision', text: 'Wij betalen niet' },
      ...{ happened_at: at, recorded_at: at, author: personOf('director') },
    }
    const url = '/api/v1/incident-log-entries'
    const made = await ask(app, { as: 'it_manager', url, body: { values } })
    assert.equal(made.status, 201, made.text)
    const told = (await room()).log.find((line: { number: number }) => line.number === number)
    assert.deepEqual([told.author, told.written_by], [personOf('director'), personOf('it_manager')])
  })

  it('D2: nobody takes a line out of the log, or changes what it says', async () => {
    const made = await write({ type: 'decision', text: 'Lijn 2 blijft uit' })
    assert.equal(made.status, 201, made.text)
    const url = `/api/v1/incident-log-entries/${made.body.id}`
    const tries = [
      { method: 'DELETE', url },
      { method: 'PATCH', url, body: { values: { text: 'Lijn 2 gaat aan' } } },
      { method: 'PATCH', url, body: { values: { happened_at: '2026-01-01T00:00:00.000Z' } } },
      { url: `${url}/retire`, body: { reason: 'Weg' } },
      { url: `${url}/erase`, body: { fields: ['text'], reason: 'Weg' } },
    ] as const
    for (const as of roles) {
      for (const one of tries) {
        const came = await ask(app, { as, version: 1, ...one })
        assert.ok(came.status >= 400, `${as} ${one.url} ${came.status}`)
      }
    }
    const line = (await room()).log.find(({ id }: { id: string }) => id === made.body.id)
    assert.equal(line.text, 'Lijn 2 blijft uit')
  })

  it('D3: every stage of the Act stands in the room, with its term and to whom', async () => {
    const { clocks, aware } = await room()
    const after = (stage: string) => {
      const found = clocks.find((one: RoomClock) => one.regime === 'cbw' && one.stage === stage)
      assert.deepEqual(found.recipients.slice(0, 2), ['csirt', 'competent_authority'], stage)
      const { due_at } = found
      // A term is told in whole seconds.
      const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1000)
      return due_at === null ? null : seconds(due_at) - seconds(aware.at)
    }
    assert.deepEqual([after('early_warning'), after('notification')], [24 * 3600, 72 * 3600])
    assert.equal(after('final_report'), null, 'its month begins when the notification was sent')
  })

  it('D7: terms are told to the minute, and an incident does not go away', async () => {
    const { clocks, aware } = await room()
    const { due_at } = clocks.find(({ stage }: RoomClock) => stage === 'early_warning')
    assert.match(due_at, /T\d\d:\d\d:\d\d[+-]\d\d:\d\d$/)
    assert.equal(new Date(due_at).getUTCMinutes(), new Date(aware.at).getUTCMinutes())
    const url = `/api/v1/incidents/${incident}`
    assert.ok((await ask(app, { as: 'ciso', method: 'DELETE', url })).status >= 400)
    const asked = { as: 'ciso', url: `${url}/retire`, version: 1, body: { reason: 'Weg' } } as const
    assert.equal((await ask(app, asked)).status, 202, 'a director has to agree')
    assert.equal((await room()).clocks.length, clocks.length)
  })

  it('D10: what people fill in is what the countdown reads, and a correction moves it', async () => {
    const post = async (path: string, values: object) => {
      const came = await ask(app, { as: 'ciso', url: `/api/v1/${path}`, body: { values } })
      assert.equal(came.status, 201, came.text)
      return came.body.record.id as string
    }
    const id = await post('incidents', { code: 'I-10', name: 'Aan het loket ingevuld' })
    const due = async () => {
      const { body } = await ask(app, { as: 'ciso', url: '/api/v1/clocks' })
      const mine = body.clocks.find(
        (one: any) => one.incident === id && one.stage === 'early_warning',
      )
      return mine === undefined ? undefined : Date.parse(mine.due_at)
    }
    assert.equal(await due(), undefined)
    // Terms are told to the second.
    const at = Math.floor(Date.now() / 1000) * 1000 - 3_600_000
    const values = (hoursAgo: number) => ({
      ...{ incident: id, person: personOf('ciso'), recorded_by: personOf('ciso') },
      ...{ how: 'own_detection', recorded_at: new Date(at).toISOString() },
      aware_at: new Date(at - hoursAgo * 3_600_000).toISOString(),
    })
    const first = await post('awarenesses', values(0))
    assert.equal(await due(), at + 24 * 3_600_000)
    // A correction is for two people: until the second one agrees, the clock stands as it stood.
    const earlier = {
      ...values(5),
      corrects: first,
      correction_reason: 'De ploegleider zag het eerder',
    }
    const asked = await ask(app, {
      as: 'ciso',
      url: '/api/v1/awarenesses',
      body: { values: earlier },
    })
    assert.equal(asked.status, 202, asked.text)
    assert.equal(await due(), at + 24 * 3_600_000)
    const { id: correction, pending } = asked.body
    const url = `/api/v1/awarenesses/${correction}/approve`
    const agree = (as: 'ciso' | 'it_manager' | 'director') =>
      ask(app, { as, url, version: 0, body: { pending } })
    assert.equal((await agree('ciso')).status, 403, 'whoever asked')
    assert.equal((await agree('it_manager')).status, 403, 'no role for it')
    assert.equal(await due(), at + 24 * 3_600_000)
    const agreed = await agree('director')
    assert.equal(agreed.status, 200, agreed.text)
    assert.equal(await due(), at + 19 * 3_600_000)
  })

  it('changes no awareness that is written, and takes none back', async () => {
    const { items } = (await ask(app, { as: 'ciso', url: '/api/v1/awarenesses' })).body
    const [{ id, version }] = items
    const url = `/api/v1/awarenesses/${id}`
    const body = { values: { aware_at: new Date().toISOString() } }
    for (const as of roles) {
      const changed = await ask(app, { as, url, version, method: 'PATCH', body })
      assert.equal(changed.status, 403, `${as}: ${changed.text}`)
      const gone = await ask(app, { as, url: `${url}/retire`, version, body: { reason: 'Weg' } })
      assert.equal(gone.status, 403, `${as}: ${gone.text}`)
    }
  })

  it('takes the word for a restart from the owner of the line alone', async () => {
    const owned = { code: 'L2', name: 'Lijn 2', owner: personOf('ot_engineer') }
    const made = async (values: object) =>
      (await done(bench.storage, creating('process', values))).record?.id ?? ''
    const accepting = (process: string, as: 'ciso' | 'ot_engineer') =>
      write({ type: 'restart_accepted', process, text: 'Mag draaien' }, as)
    const releasing = (process: string, as: 'ciso' | 'ot_engineer') =>
      write({ type: 'restart_released', process, text: 'De koeling moet aan' }, as)
    const line = await made(owned)
    const before = (await room()).log.length
    const refused = await accepting(line, 'ciso')
    assert.deepEqual([refused.status, refused.body.code], [403, 'not-permitted'])
    assert.equal((await room()).log.length, before)
    assert.equal((await accepting(line, 'ot_engineer')).status, 201)
    const nobodys = await made({ code: 'L3', name: 'Lijn 3' })
    assert.equal((await accepting(nobodys, 'ciso')).status, 403)
    assert.equal((await releasing(nobodys, 'ot_engineer')).status, 403)
    assert.equal((await releasing(nobodys, 'ciso')).status, 201)
    assert.equal((await write({ type: 'restart_accepted', text: 'x' })).status, 422)
  })

  it('lets nobody say by any way that all runs while a line has no such word', async () => {
    const owned = { code: 'L4', name: 'Lijn 4', owner: personOf('ot_engineer') }
    const process = (await done(bench.storage, creating('process', owned))).record?.id ?? ''
    const began = { code: 'I-4', name: 'Lijn 4 ligt stil', processes: [process] }
    const at = new Date().toISOString()
    const asked = (url: string, body: object, version = 0) =>
      ask(app, {
        ...{ as: 'ciso', url: `/api/v1/incidents${url}`, body, version },
        method: url === '' || url.endsWith('/moves') ? 'POST' : 'PATCH',
      } as const)
    const { id } = (await asked('', { values: began, state: 'open' })).body
    const running = { values: { recovered_at: at } }
    const over = { to: 'handled' }
    assert.equal((await asked(`/${id}`, { values: { handled_at: at } }, 1)).status, 200)
    for (const [url, body, path] of [
      [`/${id}`, running, '/recovered_at'],
      [`/${id}/moves`, over, '/processes'],
    ] as const) {
      const { status, body: said } = await asked(url, body, 2)
      assert.deepEqual([status, said.code], [409, 'restart-not-accepted'], url)
      assert.deepEqual(said.errors[0], { code: said.code, path, processes: [process] })
    }
    const off = await asked(`/${id}`, { values: { processes: null } }, 2)
    assert.deepEqual([off.status, off.body.code], [409, 'restart-not-accepted'])
    assert.equal(off.body.errors[0].path, '/processes')
    const log = { url: `/api/v1/incidents/${id}/log` }
    const owner = { values: { owner: personOf('it_manager') } }
    const handed = await ask(app, {
      ...{ as: 'ot_engineer', method: 'PATCH', version: 1, body: owner },
      url: `/api/v1/processes/${process}`,
    } as const)
    assert.deepEqual([handed.status, handed.body.errors[0].path], [409, '/owner'])
    const line = { type: 'restart_released', process, text: 'Zonder koeling stolt de oven' }
    assert.equal((await ask(app, { as: 'ciso', ...log, body: line })).status, 201)
    assert.equal((await asked(`/${id}`, running, 2)).status, 200)
    assert.equal((await asked(`/${id}/moves`, over, 3)).status, 200)
    const { body } = await ask(app, { as: 'director', url: `/api/v1/incidents/${id}/room` })
    const [told] = body.room.cost.standstills
    assert.deepEqual(
      [told.accepted, told.released.author, told.released.reason],
      [null, personOf('ciso'), line.text],
    )
  })

  it('drafts a report once; a second person looks before it goes', async () => {
    const body = { rule: 'nl.cbw.early_warning', language: 'nl' }
    const url = `/api/v1/incidents/${incident}/drafts`
    const made = await ask(app, { as: 'ciso', url, body })
    assert.equal(made.status, 201, made.text)
    const again = await ask(app, { as: 'it_manager', url, body })
    assert.deepEqual([again.status, again.body.id], [200, made.body.id])
    const report = `/api/v1/incident-reports/${made.body.id}`
    const { values } = (await ask(app, { as: 'ciso', url: report })).body
    const texts = Object.fromEntries(
      values.contents.map(({ item, text }: { item: string; text: string }) => [item, text]),
    )
    assert.match(texts.nature, /HMI/)
    assert.equal(texts.contact, 'ciso@voorbeeld.example')
    assert.equal(texts.start_time, undefined)
    const move = (to: string, version: number, more: object = {}) =>
      ask(app, { as: 'ciso', url: `${report}/moves`, version, body: { to, ...more } })
    assert.equal((await move('ready', 1)).status, 202)
    const paper = (as: 'ciso' | 'auditor' | 'employee', language = 'nl', tenant?: string) =>
      ask(app, {
        as,
        url: `/api/v1/incidents/${incident}/reports/${made.body.id}/paper?language=${language}`,
        ...(tenant === undefined ? {} : { tenant }),
      })
    const draft = await paper('auditor')
    assert.deepEqual([draft.status, draft.headers['content-type']], [200, 'application/pdf'])
    assert.equal(draft.text, (await paper('ciso')).text, 'the same record gives the same bytes')
    assert.equal((await paper('employee')).status, 403)
    assert.equal((await paper('ciso', 'nl', second)).status, 404)
    assert.equal((await paper('ciso', 'de')).status, 400)
    const reason = 'Nobody could be reached'
    const put = (version: number, values: object) =>
      ask(app, { as: 'ciso', url: report, method: 'PATCH', version, body: { values } })
    assert.equal((await put(1, { sent_at: new Date().toISOString() })).status, 200)
    assert.equal((await move('sent', 2, { reason })).status, 422, 'nobody is said to have sent it')
    assert.equal((await put(2, { sent_by: personOf('ciso') })).status, 200)
    assert.equal((await move('sent', 3)).status, 422)
    const gone = await move('sent', 3, { reason })
    assert.equal(gone.status, 200, gone.text)
    const { clocks } = await room()
    const clock = clocks.find(({ rule }: { rule: string }) => rule === body.rule)
    assert.deepEqual([clock.status, clock.report.state], ['sent', 'sent'])
    assert.notEqual((await paper('ciso')).text, draft.text)
    assert.equal((await paper('ciso', 'en')).status, 200)
  })
})
