// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { startJobs, until } from '../jobs/testing/running.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { first } from '../storage/testing/tenants.ts'
import { type Mail, mailQueue } from './queue.ts'
import { mailSender } from './send.ts'
import type { MailSettings } from './settings.ts'
import { freePort, type MailServer, mailServer } from './testing/smtp.ts'
import { smtp } from './transport.ts'

const clock = () => new Date().toISOString()
const settings = (port: number, more: Partial<MailSettings> = {}): MailSettings => ({
  host: '127.0.0.1',
  port,
  tls: 'none',
  user: undefined,
  password: undefined,
  from: { name: 'Schouw', address: 'schouw@example.org' },
  ...more,
})

const invitation = (to: string, more: Partial<Mail['values']> = {}): Mail => ({
  to,
  template: 'invitation',
  language: 'nl',
  values: {
    organisation: 'Voorbeeld B.V.',
    inviter: 'Eva',
    link: 'https://schouw.example.org/i/secret-of-the-invitation',
    expiresAt: '2026-12-01T11:00:00.000Z',
    ...more,
  },
})

onBothEngines('mail', (bench) => {
  let server: MailServer
  before(async () => {
    server = await mailServer()
  })
  after(() => server.stop())

  const write = (mail: Mail) =>
    bench.storage.write(first, (db) =>
      mailQueue({ secrets: bench.storage.secrets, clock })(db, mail),
    )
  const rowOf = (id: string) =>
    bench.storage.read(first, (db) =>
      db.selectFrom('mails').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    )
  const written = async (mail: Mail) => {
    const done = await write(mail)
    assert.ok(done.ok, JSON.stringify(done))
    return done.value
  }
  const begin = async (to: MailSettings | undefined, attemptMs = 5_000) => {
    const transport = to === undefined ? undefined : smtp(to, { attemptMs })
    const sender = mailSender({ storage: bench.storage, transport, clock, waits: [600] })
    const started = await startJobs(bench.storage, [sender.job])
    return { ...started, health: sender.health }
  }
  const forget = () =>
    bench.storage.write(first, async (db) => {
      await db.deleteFrom('outbox').execute()
      await db.deleteFrom('mails').execute()
    })

  it('is sent once what caused it is kept, says what it was told, and forgets it', async () => {
    const undone = bench.storage.write(first, async (db) => {
      const queue = mailQueue({ secrets: bench.storage.secrets, clock })
      await queue(db, invitation('nobody@example.org'))
      throw new Error('undone')
    })
    await assert.rejects(undone, /undone/)
    const id = await written(invitation('eva@example.org'))
    const { rows } = await bench.storage.engine.pool.query(
      `select count(*) as n from schouw.mails m where m::text like '%eva@%' or
        position('secret-of'::bytea in m.sealed) > 0`,
    )
    assert.equal(rows[0]?.n, 0, 'what a mail says lies open in the database')
    const { running, complaints, health } = await begin(settings(server.port))
    running.wake()
    await until(async () => (await rowOf(id)).state === 'sent')
    await wait(700)
    await running.stop()
    assert.equal(server.received.length, 1)
    const [{ to, raw } = { to: [], raw: '' }] = server.received
    assert.deepEqual(to, ['eva@example.org'])
    assert.match(raw, new RegExp(`^Message-ID: <${id}@example.org>\r$`, 'm'))
    assert.match(raw, /^Auto-Submitted: auto-generated\r$/m)
    assert.match(raw, /^Subject: Uitnodiging voor Schouw van Voorbeeld B\.V\.\r$/m)
    assert.equal(raw.match(/secret-of-the-invitation/g)?.length, 3)
    assert.equal((await rowOf(id)).sealed, null)
    assert.deepEqual(complaints, [])
    assert.deepEqual(health(), { state: 'ok' })
    await forget()
  })

  it('waits while the mail server is away, is said to, and is lost in no case', async () => {
    const port = await freePort()
    const { running, complaints, health } = await begin(settings(port))
    const ids = [
      await written(invitation('a@example.org')),
      await written(invitation('b@example.org')),
    ]
    running.wake()
    await until(async () => {
      const rows = await Promise.all(ids.map(rowOf))
      return rows.every(({ attempts }) => attempts >= 2)
    })
    assert.equal(health().state, 'away')
    const figures = await running.figures()
    assert.equal(figures.mailWaiting, 2)
    const late = await mailServer({}, port)
    await until(async () => {
      const rows = await Promise.all(ids.map(rowOf))
      return rows.every(({ state }) => state === 'sent')
    })
    await running.stop()
    assert.deepEqual(late.received.flatMap(({ to }) => to).sort(), [
      'a@example.org',
      'b@example.org',
    ])
    assert.deepEqual(health(), { state: 'ok' })
    assert.deepEqual(complaints, [])
    await late.stop()
    await forget()
  })

  it('waits when no mail server is set, and goes out when one is', async () => {
    const id = await written(invitation('c@example.org'))
    const off = await begin(undefined)
    off.running.wake()
    await until(async () => (await rowOf(id)).attempts >= 1)
    assert.deepEqual(off.health(), { state: 'off' })
    await off.running.stop()
    const on = await begin(settings(server.port))
    await until(async () => (await rowOf(id)).state === 'sent')
    await on.running.stop()
    await forget()
  })

  const isWaiting = ['451', '421', 'die', 'hold'] as const
  for (const how of isWaiting) {
    it(`is tried again after ${how} to a message`, async () => {
      const own = await mailServer({
        message: () => (how === 'die' || how === 'hold' ? how : Number(how)),
      })
      const id = await written(invitation('d@example.org'))
      const { running } = await begin(settings(own.port), 1_000)
      running.wake()
      await until(async () => (await rowOf(id)).last_error !== null)
      assert.equal((await rowOf(id)).state, 'waiting')
      own.become({})
      await until(async () => (await rowOf(id)).state === 'sent')
      await running.stop()
      assert.equal(own.received.length, 1)
      await own.stop()
      await forget()
    })
  }

  it('is given up when its recipient is refused for ever, and not when only for now', async () => {
    const own = await mailServer({
      recipient: (address) => (address.startsWith('gone') ? 550 : 450),
    })
    const gone = await written(invitation('gone@example.org'))
    const busy = await written(invitation('busy@example.org'))
    const { running } = await begin(settings(own.port))
    running.wake()
    await until(async () => (await rowOf(gone)).state === 'failed')
    await until(async () => (await rowOf(busy)).last_error !== null)
    const row = await rowOf(gone)
    assert.deepEqual([row.last_error, row.sealed], ['EENVELOPE 550', null])
    assert.equal((await rowOf(busy)).state, 'waiting')
    assert.equal((await running.figures()).mailFailed, 1)
    await running.stop()
    await own.stop()
    await forget()
  })

  it('says nothing in the clear to a server that offers no TLS, or one that nobody vouches for', async () => {
    for (const hidesStartTls of [true, false]) {
      const own = await mailServer({ hidesStartTls })
      const id = await written(invitation('e@example.org'))
      const { running, health } = await begin(settings(own.port, { tls: 'required' }))
      running.wake()
      await until(async () => (await rowOf(id)).last_error !== null)
      await running.stop()
      assert.equal((await rowOf(id)).state, 'waiting')
      assert.equal(health().state, 'away')
      assert.deepEqual(own.received, [])
      await own.stop()
      await forget()
    }
  })

  it('waits while our password is wrong', async () => {
    const own = await mailServer({ user: { name: 'schouw', password: 'right' } })
    const id = await written(invitation('f@example.org'))
    const to = settings(own.port, { user: 'schouw', password: 'wrong' })
    const { running, complaints } = await begin(to)
    running.wake()
    await until(async () => (await rowOf(id)).last_error !== null)
    assert.equal((await rowOf(id)).last_error, 'EAUTH 535')
    await running.stop()
    assert.doesNotMatch(complaints.join(), /wrong|schouw@|f@example/)
    await own.stop()
    await forget()
  })

  it('refuses an address that is more than one, and a link that is none', async () => {
    const bad = [
      'a@example.org\r\nBcc: b@example.org',
      'a@example.org, b@example.org',
      'a@example.org;b@example.org',
      '<a@example.org>',
      'A <a@example.org>',
      '"a b"@example.org',
      'a@example.org ',
      'a@-example.org',
      'a',
      '',
      `${'a'.repeat(65)}@example.org`,
      `a@${'b'.repeat(64)}.org`,
    ]
    for (const to of bad) {
      const done = await write(invitation(to))
      assert.equal(done.ok ? 'taken' : done.refusal, 'address', to)
    }
    for (const link of ['javascript:alert(1)', 'https://a b', 'https://x\r\ny', 'x']) {
      const done = await write(invitation('a@example.org', { link }))
      assert.equal(done.ok ? 'taken' : done.refusal, 'link', link)
    }
  })

  it('keeps what strangers wrote in its place', async () => {
    const before = server.received.length
    const organisation = `X\r\nBcc: thief@example.org\r\n\r\n<script>"'&\u202eevil`
    const id = await written(invitation('g@example.org', { organisation }))
    const { running } = await begin(settings(server.port))
    running.wake()
    await until(async () => (await rowOf(id)).state === 'sent')
    await running.stop()
    const { raw, to } = server.received[before] ?? { raw: '', to: [] }
    assert.deepEqual(to, ['g@example.org'])
    const [head = ''] = raw.split('\r\n\r\n')
    assert.doesNotMatch(head, /^Bcc:/m)
    assert.doesNotMatch(raw, /<script>"'&amp;|\u202e/)
    assert.match(raw, /&lt;script&gt;/)
    await forget()
  })
})
