// SPDX-License-Identifier: EUPL-1.2
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type KindName, kinds, records, roles } from '@schouw/core/registers'
import { examplePeople, giveAccounts, nowhere, sessionOf } from '../apps/server/demo/people.ts'
import { identityOf } from '../apps/server/identity/ports.ts'
import { openStorage } from '../apps/server/storage/storage.ts'
import { password } from '../apps/server/testing/first-days.ts'
import { Listener, until } from '../apps/server/testing/listener.ts'
import { Visitor } from '../apps/server/testing/visitor.ts'
import { alone, type Figure } from './figure.ts'
import { quantile } from './storage/quantile.ts'

/*
 * Two hundred people in one room on one server with the embedded engine, each signed in with a
 * session of his or her own, while other rooms hold 100,000 lines: how long until everybody has seen a
 * line, how long the room takes to read, whether anything is lost or told twice, also when the server
 * is killed in the middle, and how the room answers while the meldpunt is flooded. Everybody
 * asks from this machine, beside the server.
 */
const goalMs = 1_000

export async function* roomFigures({
  isQuick,
}: {
  readonly isQuick: boolean
}): AsyncGenerator<Figure> {
  const crowd = isQuick ? 40 : 200
  const elsewhere = isQuick ? 5_000 : 100_000
  const folder = mkdtempSync(join(tmpdir(), 'schouw-bench-room-'))
  const server = await Served.begin(folder)
  try {
    const ans = await server.founder()
    const person = (await ans.get('/api/v1/session')).organisation.person
    const make = async (path: string, values: object) =>
      (await ans.post(`/api/v1/${path}`, { values }, 201)).id as string
    const incident = await make('incidents', { code: 'I-1', name: 'Line 2' })
    const other = await make('incidents', { code: 'I-2', name: 'Another' })
    const now = new Date().toISOString()
    await make('awarenesses', {
      ...{ incident, person, recorded_by: person, how: 'own_detection' },
      ...{ aware_at: now, recorded_at: now },
    })
    const { link } = await ans.post('/api/v1/report-points', { name: 'Hall 2' }, 201)
    await server.kill()
    const cookies = await prepared(folder, { incident: other, person, lines: elsewhere, crowd })
    await server.start()
    const people = cookies.map((cookie, n) => new Afar(server.url, n + 1, cookie))
    const room = `/api/v1/incidents/${incident}/room`
    const listeners = people.map((one) => new Listener(server.url, one.headers()))
    await Promise.all(listeners.map(({ began }) => began))
    const of = { bench: `room of ${crowd}`, unit: 'ms' }

    const calm = await writing(people, { incident, lines: isQuick ? 40 : 200, pauseMs: 100 })
    await until(() => listeners.every(({ heard }) => heard.length >= calm.size))
    yield* seen(of, 'line_seen_by_all', calm, listeners)
    const reads = await timed(30, () => people[3]?.get(room) ?? Promise.resolve())
    yield alone({ ...of, metric: `room_read_p95_with_${elsewhere}_lines_elsewhere`, value: reads })

    const token = link.split('#')[1] ?? ''
    const flood = await flooded({ url: server.url, token, seconds: isQuick ? 3 : 10 }, async () => {
      const [asked, written] = [[] as number[], [] as number[]]
      const end = performance.now() + (isQuick ? 2_500 : 9_000)
      while (performance.now() < end) {
        const before = performance.now()
        await people[1]?.get(room)
        const between = performance.now()
        await people[2]?.post(
          `/api/v1/incidents/${incident}/log`,
          { type: 'observation', text: 'meanwhile' },
          201,
        )
        asked.push(between - before)
        written.push(performance.now() - between)
      }
      return { asked, written }
    })
    yield alone({ ...of, unit: '1/s', metric: 'flood_posts_answered', value: flood.perSecond })
    yield alone({ ...of, unit: 'count', metric: 'flood_reports_taken', value: flood.taken })
    const { asked, written } = flood.meanwhile
    yield alone({
      ...of,
      metric: 'room_read_p95_under_flood',
      value: quantile(asked, 0.95),
      goal: goalMs,
    })
    yield alone({
      ...of,
      metric: 'line_written_p95_under_flood',
      value: quantile(written, 0.95),
      goal: goalMs,
    })

    // Killed in the middle: what was acknowledged is there, and everybody catches up.
    const storm = writing(people, {
      incident,
      lines: isQuick ? 60 : 300,
      pauseMs: 20,
      isStubborn: true,
    })
    await new Promise((resolve) => setTimeout(resolve, isQuick ? 1_000 : 4_000))
    await server.kill()
    const down = performance.now()
    await server.start()
    const acknowledged = await storm
    const { room: found } = await ans.get(room)
    const there = new Set(found.log.map(({ id }: { id: string }) => id))
    const lost = [...calm.keys(), ...acknowledged.keys()].filter((id) => !there.has(id)).length
    const whole = () =>
      listeners.every(({ heard }) => new Set(heard.map(({ id }) => id)).size >= there.size)
    await until(whole)
    const twice = listeners.reduce(
      (sum, { heard }) => sum + heard.length - new Set(heard.map(({ id }) => id)).size,
      0,
    )
    const numbers = found.log.map(({ number }: { number: number }) => number)
    const gaps = numbers.filter((number: number, place: number) => number !== place + 1).length
    const count = { ...of, unit: 'count', goal: 0 }
    yield alone({ ...of, metric: 'killed_until_back', value: server.readyAt - down })
    yield alone({ ...count, metric: 'acknowledged_and_lost', value: lost })
    yield alone({ ...count, metric: 'told_twice', value: twice })
    yield alone({ ...count, metric: 'numbers_out_of_order', value: gaps })
    for (const one of listeners) one.close()
  } finally {
    await server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

function* seen(
  of: { readonly bench: string; readonly unit: string },
  metric: string,
  sent: ReadonlyMap<string, number>,
  listeners: readonly Listener[],
): Generator<Figure> {
  const until = new Map<string, number>()
  for (const { heard } of listeners) {
    for (const { id, at } of heard) until.set(id, Math.max(until.get(id) ?? 0, at))
  }
  const times = [...sent].map(([id, at]) => (until.get(id) ?? Number.POSITIVE_INFINITY) - at)
  yield alone({ ...of, metric: `${metric}_p50`, value: quantile(times, 0.5) })
  yield alone({ ...of, metric: `${metric}_p95`, value: quantile(times, 0.95), goal: goalMs })
  yield alone({ ...of, metric: `${metric}_slowest`, value: Math.max(...times) })
}

interface Writing {
  readonly incident: string
  readonly lines: number
  readonly pauseMs: number
  /** Sends the same line again until it is acknowledged, as the browser does. */
  readonly isStubborn?: boolean
}

/** Ids of lines that were acknowledged, with when they were sent first. */
async function writing(people: readonly Visitor[], how: Writing): Promise<Map<string, number>> {
  const { incident, lines, pauseMs, isStubborn = false } = how
  const sent = new Map<string, number>()
  const under: Promise<void>[] = []
  for (let n = 0; n < lines; n += 1) {
    const person = people[n % people.length]
    const id = crypto.randomUUID()
    const at = performance.now()
    const send = async () => {
      for (;;) {
        const body = { id, type: 'observation', text: `line ${n}` }
        const came = await person
          ?.send('POST', `/api/v1/incidents/${incident}/log`, { body })
          .catch(() => undefined)
        if (came?.status === 201 || came?.status === 200) break
        if (!isStubborn) throw new Error(JSON.stringify(came?.body))
        await new Promise((resolve) => setTimeout(resolve, 250))
      }
      sent.set(id, at)
    }
    under.push(send())
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
  await Promise.all(under)
  return sent
}

async function timed(times: number, ask: () => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  for (let n = 0; n < times; n += 1) {
    const before = performance.now()
    await ask()
    taken.push(performance.now() - before)
  }
  return quantile(taken, 0.95)
}

interface Flood {
  readonly url: string
  readonly token: string
  readonly seconds: number
}

/** The flood is a process of its own, while something else goes on here. */
async function flooded<Meanwhile>(
  { url, token, seconds }: Flood,
  meanwhile: () => Promise<Meanwhile>,
): Promise<{ readonly perSecond: number; readonly taken: number; readonly meanwhile: Meanwhile }> {
  const program = join(import.meta.dirname, 'room/flood.ts')
  const args = ['--disable-warning=ExperimentalWarning', program, url, token, String(seconds)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  const over = new Promise((resolve) => child.on('close', resolve))
  const found = await meanwhile()
  await over
  return { ...(JSON.parse(said) as { perSecond: number; taken: number }), meanwhile: found }
}

interface Prepared {
  readonly incident: string
  readonly person: string
  readonly lines: number
  readonly crowd: number
}

/** While no server has it: lines in another room, and people with a session each. */
async function prepared(folder: string, given: Prepared): Promise<readonly string[]> {
  const storage = await openStorage({ folder })
  const [{ id: tenant } = { id: '' }] = await storage.tenants()
  const [from, until] = ['2000-01-01T00:00:00.000Z', '2200-01-01T00:00:00.000Z']
  const actor = { person: given.person, roles, processes: [], from, until }
  const make = async (name: KindName, values: object) => {
    const [kind, id, pendingId] = [kinds[name], crypto.randomUUID(), crypto.randomUUID()]
    const told = await storage.apply(tenant, {
      pendingId,
      decide: ({ now, lookup }) => records.create({ kind, id, actor, now, lookup, values }),
    })
    if (told.outcome === 'refused') throw new Error(JSON.stringify(told.step.refusals))
    if (told.outcome !== 'done' || told.done.pending === null) return id
    const other = { ...actor, person: crypto.randomUUID() }
    await storage.apply(tenant, {
      pendingId,
      decide: ({ record, pending, now, lookup }) => {
        const act = pending(pendingId)
        return act === undefined
          ? { ok: false, refusal: 'already-answered', facts: {}, refusals: [] }
          : records.approve({ kind, pending: act, record: record(id), actor: other, now, lookup })
      },
    })
    return id
  }
  const many = async (count: number, one: (n: number) => Promise<unknown>) => {
    for (let at = 0; at < count; at += 1_000) {
      await Promise.all(Array.from({ length: Math.min(1_000, count - at) }, (_, n) => one(at + n)))
    }
  }
  const { incident, person: author } = given
  const now = new Date().toISOString()
  await many(given.lines, (n) =>
    make('incident-log-entry', {
      ...{ incident, number: n + 1, type: 'observation', author, text: `elsewhere ${n}` },
      ...{ happened_at: now, recorded_at: now },
    }),
  )
  await many(given.crowd, async (n) => {
    const person = await make('person', { code: `P${n}`, name: `Person ${n}` })
    await make('appointment', { person, role: 'ot_engineer', from: now.slice(0, 10) })
  })
  const identity = identityOf({ storage, origin: () => 'http://localhost' })
  await giveAccounts(identity, tenant)
  const accounts = await examplePeople(identity)
  const crowd = accounts.filter(({ role }) => role === 'ot_engineer')
  const cookies: string[] = []
  for (const { account } of crowd) {
    cookies.push(`schouw-session=${await sessionOf(identity, account, nowhere)}`)
  }
  await identity.idle()
  await storage.close()
  return cookies
}

/** `schouw serve` as a process that can be killed, on a port and a folder that stay the same. */
class Served {
  readonly #folder: string
  readonly #port: number
  #child: ChildProcess | undefined
  #setup = ''
  readyAt = 0

  private constructor(folder: string, port: number) {
    this.#folder = folder
    this.#port = port
  }

  static async begin(folder: string): Promise<Served> {
    const port = await freePort()
    const server = new Served(folder, port)
    await server.start()
    return server
  }

  get url(): string {
    return `http://localhost:${this.#port}`
  }

  async start(): Promise<void> {
    const cli = join(import.meta.dirname, '../apps/cli/main.ts')
    const words = ['serve', '--data', this.#folder, '--port', String(this.#port)]
    const { DATABASE_URL: _, ...env } = process.env
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', cli, ...words],
      {
        env: { ...env, SCHOUW_BEHIND_PROXY: '1', SCHOUW_LOG_LEVEL: 'fatal' },
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    )
    this.#child = child
    let errors = ''
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      errors += chunk
    })
    await until(() => /serving on \S+/.test(errors) || child.exitCode !== null)
    if (child.exitCode !== null) throw new Error(errors)
    this.readyAt = performance.now()
    await new Promise((resolve) => setTimeout(resolve, 100))
    this.#setup = /#(\S+)/.exec(errors)?.[1] ?? ''
  }

  async kill(): Promise<void> {
    const child = this.#child
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((resolve) => child.once('close', resolve))
    child.kill('SIGKILL')
    await gone
  }

  async founder(): Promise<Visitor> {
    const ans = new Afar(this.url, 0)
    const organisation = {
      ...{ name: 'Jansen Machines', jurisdiction: 'NL', language: 'nl' },
      time_zone: 'Europe/Amsterdam',
    }
    const person = { name: 'Ans de Wit', email: 'ans.de.wit@oosterduin.example' }
    await ans.post('/api/v1/setup', { token: this.#setup, organisation, person, password }, 201)
    await ans.setUpCodes()
    return ans
  }
}

/** Somebody at an address of his or her own, as a proxy in front tells it. */
class Afar extends Visitor {
  readonly #address: string

  constructor(base: string, n: number, cookie?: string) {
    super(base)
    this.cookie = cookie
    this.#address = `192.0.2.${n % 250}`
  }

  override headers(sent: Parameters<Visitor['headers']>[0] = {}): Record<string, string> {
    return { ...super.headers(sent), 'x-forwarded-for': this.#address }
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return address !== null && typeof address === 'object' ? address.port : 0
}
