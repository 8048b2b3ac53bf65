// SPDX-License-Identifier: EUPL-1.2
// A factory with everybody who has a part in a drill, in this process, under a clock that the test
// moves. Everybody is signed in already: signing in is tested elsewhere.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { KindName } from '@schouw/core/registers'
import { examplePeople, giveAccounts, nowhere, sessionOf } from '../../server/demo/people.ts'
import { Files } from '../../server/files/files.ts'
import { httpApp } from '../../server/http/app.ts'
import { authenticateBy } from '../../server/identity/authenticate.ts'
import { type Identity, identityOf } from '../../server/identity/ports.ts'
import { makeTemplate } from '../../server/storage/engine/template.ts'
import { openStorage, type Storage } from '../../server/storage/storage.ts'
import { drillPost } from './drill-post.ts'
import { recorded } from './records.ts'

export const parts = ['ciso', 'ot_engineer', 'process_owner', 'director'] as const
export type Who = (typeof parts)[number]

type Post = Awaited<ReturnType<typeof drillPost>>
type App = Awaited<ReturnType<typeof httpApp>>

const tenant = '0190a000-0000-7000-8000-0000000000d1'

export class Drill {
  readonly #storage: Storage
  readonly #app: App
  readonly #identity: Identity
  readonly #post: Post
  readonly #at: { ms: number }
  readonly #cookies = new Map<Who, string>()
  readonly #people = new Map<Who, string>()
  #isStopped = false
  address = ''
  meldpunt = ''
  line = ''
  zone = ''
  playbook = ''

  constructor(
    made: {
      readonly storage: Storage
      readonly app: App
      readonly identity: Identity
      readonly post: Post
    },
    at: { ms: number },
  ) {
    this.#storage = made.storage
    this.#app = made.app
    this.#identity = made.identity
    this.#post = made.post
    this.#at = at
  }

  now = (): number => this.#at.ms
  iso = (): string => new Date(this.#at.ms).toISOString()
  pass(ms: number): void {
    this.#at.ms += ms
  }
  cookie = (who: Who): string => this.#cookies.get(who) ?? ''
  person = (who: Who): string => this.#people.get(who) ?? ''

  async fill(): Promise<void> {
    await this.#app.listen({ port: 0, host: '127.0.0.1' })
    this.address = `http://localhost:${(this.#app.server.address() as AddressInfo).port}`
    await this.#make('organisation', {
      ...{ code: 'H', name: 'Havenstaal', jurisdiction: 'NL', language: 'nl' },
      ...{ time_zone: 'Europe/Amsterdam', security_mailbox: 'ciso@havenstaal.example' },
    })
    for (const who of parts) {
      const person = await this.#make('person', { code: who, name: `Kim ${who}` })
      this.#people.set(who, person)
      const role = who === 'director' ? 'executive_director' : who
      await this.#make('appointment', { person, role, from: '2026-01-01' })
    }
    const owner = this.person('process_owner')
    this.zone = await this.#make('zone', { code: 'Z2', name: 'Cel 2', kind: 'ot' })
    const office = await this.#make('zone', { code: 'Z1', name: 'Kantoor', kind: 'office' })
    await this.#make('conduit', {
      ...{ code: 'C1', name: 'Kantoor naar cel 2', services: ['tcp/102'] },
      ...{ from_zone: office, to_zone: this.zone },
    })
    this.line = await this.#make('process', {
      ...{ code: 'L2', name: 'Lijn 2', owner, outage_cost_eur_per_hour: 1800 },
      restart_criteria: 'Programma teruggezet en proefstuk goedgekeurd',
      depends_on_zones: [this.zone],
    })
    await this.#make('crown-jewel', {
      ...{ code: 'K1', name: 'Lijn 2', nature: 'process', process: this.line },
      why: 'Zonder lijn 2 ligt de helft van de omzet stil',
    })
    const steps = [{ number: 1, text: 'Maak cel 2 los van kantoor', within_hours: 1 }]
    this.playbook = await this.#make('playbook', { code: 'RW', name: 'Ransomware', steps })
    await giveAccounts(this.#identity, tenant)
    await this.signIn()
    const { link } = await this.ask('ciso', '/report-points', { name: 'Hal 2' })
    this.meldpunt = `${this.address}/meld#${String(link).split('#')[1]}`
    await this.ask('ciso', '/webhooks', { url: this.#post.hookUrl, actions: ['due'] })
  }

  /** What the schedule of reminders makes of this moment, as it arrived outside. */
  remind = () => this.#post.remind()

  /** A session for everybody, from now. */
  async signIn(): Promise<void> {
    for (const { account, role } of await examplePeople(this.#identity)) {
      const who = parts.find((one) => one === role)
      if (who === undefined) continue
      this.#cookies.set(who, `schouw-session=${await sessionOf(this.#identity, account, nowhere)}`)
    }
  }

  ask(who: Who, path: string, body?: unknown): Promise<any> {
    return this.#send(who, body === undefined ? 'GET' : 'POST', path, body)
  }

  change(who: Who, path: string, version: number, values: object): Promise<any> {
    return this.#send(who, 'PATCH', path, { values }, version)
  }

  move(who: Who, path: string, version: number, to: string): Promise<any> {
    return this.#send(who, 'POST', `${path}/moves`, { to }, version)
  }

  /** What waits about a record, agreed to by somebody else. */
  async approve(who: Who, plural: string, id: string): Promise<void> {
    const path = `/${plural}/${id}`
    const { items } = await this.ask(who, `${path}/pending`)
    const { version } = await this.ask(who, path)
    await this.#send(who, 'POST', `${path}/approve`, { pending: items[0].pending }, version)
  }

  async follow(code: string): Promise<any> {
    const token = this.meldpunt.split('#')[1]
    const came = await fetch(`${this.address}/api/v1/report-point/follow`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.address },
      body: JSON.stringify({ token, code }),
    })
    return came.json()
  }

  async #send(who: Who, method: string, path: string, body?: unknown, version?: number) {
    const came = await fetch(`${this.address}/api/v1${path}`, {
      method,
      headers: {
        ...{ origin: this.address, cookie: this.cookie(who), 'idempotency-key': randomUUID() },
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await came.text()
    assert.ok(came.ok, `${method} ${path}: ${came.status} ${text.slice(0, 400)}`)
    return text === '' ? undefined : JSON.parse(text)
  }

  #make(name: KindName, values: object): Promise<string> {
    return recorded({ storage: this.#storage, tenant }, name, values)
  }

  /** The door and the storage: what is on disk is all there is. */
  async stop(): Promise<void> {
    if (this.#isStopped) return
    this.#isStopped = true
    await this.#app.close()
    await this.#post.stop()
    await this.#identity.idle()
    await this.#storage.close()
  }
}

export async function drillHouse(folder: string, startMs: number): Promise<Drill> {
  const at = { ms: startMs }
  const clock = () => new Date(at.ms).toISOString()
  const storage = await openStorage({ folder, clock, template: await makeTemplate() })
  await storage.createTenant({ id: tenant, name: 'Havenstaal' })
  const drill: { house?: Drill } = {}
  const origin = () => drill.house?.address ?? 'http://localhost'
  const identity = identityOf({ storage, clock, origin })
  const files = new Files({ storage, folder })
  const authenticate = authenticateBy(identity)
  const post = await drillPost({ storage, tenant, clock, origin })
  const app = await httpApp({
    ...{ storage, identity, authenticate, clock, files, background: post.background },
    requestsPerMinute: 1e9,
  })
  drill.house = new Drill({ storage, app, identity, post }, at)
  await drill.house.fill()
  return drill.house
}
