// SPDX-License-Identifier: EUPL-1.2
// Every route × every role × own and other organisation, held against two declarations made
// elsewhere: the permissions of each kind as the core's golden table has them, and the table below.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, it } from 'node:test'
import { type OperationName, operations, plurals } from '@schouw/contract'
import { type KindName, kinds, type RecordKind, roles } from '@schouw/core/registers'
import type { FastifyInstance } from 'fastify'
import { Files } from '../files/files.ts'
import { identityOf } from '../identity/ports.ts'
import { identityTable } from '../identity/testing/table.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { creating, done } from '../storage/testing/records.ts'
import { second } from '../storage/testing/tenants.ts'
import { httpApp } from './app.ts'
import { developmentTokens } from './development.ts'
import { chainRows } from './testing/chain-rows.ts'
import { everybody, type Role } from './testing/people.ts'
import { ask } from './testing/requests.ts'
import {
  advisoryRows,
  bringers,
  everyone,
  everyoneSigning,
  fetchers,
  frameworkReaders,
  importers,
  overseers,
  sourceKeepers,
  watchingRows,
} from './testing/rows.ts'

/** Cells of the core's table: kind → role → action → sign. */
const cells = goldenCells()

function goldenCells(): ReadonlyMap<string, string> {
  const file = join(import.meta.dirname, '../../../core/registers/golden/permissions.txt')
  const found = new Map<string, string>()
  let kind = ''
  let actions: readonly string[] = []
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const words = line.trim().split(/\s+/)
    if (/^[a-z][a-z-]* +read /.test(line)) {
      kind = words[0] ?? ''
      actions = words.slice(1)
    } else if (/^ {2}[a-z_]+ +[^:]*$/.test(line) && words.length === actions.length + 1) {
      for (const [at, action] of actions.entries()) {
        found.set(`${kind} ${words[0]} ${action}`, words[at + 1] ?? '')
      }
    }
  }
  return found
}

/** What an operation needs, said once more by hand: the contract must not be its own witness. */
const needs: Readonly<Record<OperationName, string>> = {
  list: 'read',
  get: 'read',
  pending: 'read',
  history: 'read',
  proof: 'read',
  create: 'create',
  change: 'change',
  move: 'move',
  retire: 'retire',
  reinstate: 'retire',
  approve: 'approve',
  // Whoever asked may take it back; anybody else is judged by the core as for approving.
  decline: 'read',
}

const bodies: Readonly<Partial<Record<OperationName, unknown>>> = {
  create: { values: {} },
  change: { values: {} },
  move: { to: 'nowhere' },
  retire: { reason: 'x' },
  reinstate: { reason: 'x' },
  approve: { pending: '0190e000-0000-7000-8000-000000000001' },
  decline: { pending: '0190e000-0000-7000-8000-000000000001', reason: 'x' },
}

/** Statuses for whoever may, of a record that is not there, or is another organisation's. */
const open: Readonly<Record<OperationName, number>> = {
  list: 200,
  create: 422,
  get: 404,
  pending: 404,
  history: 404,
  proof: 404,
  change: 404,
  move: 404,
  retire: 404,
  reinstate: 404,
  approve: 404,
  decline: 404,
}

/** Routes that belong to no register: who gets what, nobody included. */
const others: Readonly<Record<string, Readonly<Record<Role | 'nobody', number>>>> = {
  ...identityTable,
  'GET /healthz': everyone(200),
  'GET /readyz': everyone(200),
  'GET /metrics': everyone(200),
  'GET /api/v1/openapi.json': everyone(200),
  'GET /api/v1/log/checkpoint': overseers(200),
  'GET /api/v1/log/tile/*': overseers(404),
  'GET /api/v1/log/keys': overseers(200),
  'GET /api/v1/log/followers': { ...everyone(403), nobody: 401, ciso: 200 },
  'POST /api/v1/log/followers': { ...everyone(403), nobody: 401, ciso: 422 },
  'DELETE /api/v1/log/followers/:id': { ...everyone(403), nobody: 401, ciso: 404 },
  // Who has the link reads; a link that leads nowhere says no more than that.
  'GET /api/v1/log/followed/:token/checkpoint': everyone(404),
  'GET /api/v1/log/followed/:token/keys': everyone(404),
  'GET /api/v1/log/followed/:token/tile/*': everyone(404),
  // A stream; what it tells is judged record by record.
  'GET /api/v1/changes': { ...everyone(400), nobody: 401 },
  // Nobody is told of a job that somebody else asked for.
  'GET /api/v1/jobs': { ...everyone(200), nobody: 401 },
  'GET /api/v1/jobs/:id': { ...everyone(404), nobody: 401 },
  'POST /api/v1/jobs/:id/cancel': { ...everyone(404), nobody: 401 },
  'GET /api/v1/health': { ...everyone(403), nobody: 401, ciso: 200, it_manager: 200 },
  'GET /api/v1/webhooks': { ...everyone(403), nobody: 401, ciso: 200 },
  'POST /api/v1/webhooks': { ...everyone(403), nobody: 401, ciso: 422 },
  'PATCH /api/v1/webhooks/:id': { ...everyone(403), nobody: 401, ciso: 404 },
  'DELETE /api/v1/webhooks/:id': { ...everyone(403), nobody: 401, ciso: 404 },
  'POST /api/v1/webhooks/:id/test': { ...everyone(403), nobody: 401, ciso: 404 },
  'GET /api/v1/webhooks/:id/deliveries': { ...everyone(403), nobody: 401, ciso: 404 },
  'POST /api/v1/webhooks/:id/deliveries/:delivery/redeliver': {
    ...everyone(403),
    nobody: 401,
    ciso: 404,
  },
  // The pages of the web application, which hold nothing; its addresses ask for themselves.
  'GET /*': everyone(404),
  'POST /api/v1/names': { ...everyone(200), nobody: 401 },
  'GET /api/v1/standing': { ...everyone(200), nobody: 401 },
  'GET /api/v1/pending': { ...everyone(200), nobody: 401 },
  'GET /api/v1/pending/board': { ...everyone(200), nobody: 401 },
  'GET /api/v1/figures': { ...everyone(200), nobody: 401 },
  'GET /api/v1/figures/history': { ...everyone(200), nobody: 401 },
  'POST /api/v1/awareness/:id/results': {
    ...everyone(403),
    nobody: 401,
    ciso: 404,
    it_manager: 404,
  },
  'GET /api/v1/records/:id/comments': frameworkReaders(404),
  'POST /api/v1/records/:id/comments': {
    ...frameworkReaders(404),
    supervisory_director: 403,
    auditor: 403,
  },
  'GET /api/v1/notices/people': frameworkReaders(200),
  // Each one's own.
  'GET /api/v1/notices': { ...everyone(200), nobody: 401 },
  'POST /api/v1/notices/read': { ...everyone(204), nobody: 401 },
  'PUT /api/v1/notices/settings': { ...everyone(422), nobody: 401 },
  'POST /api/v1/reading/requests': { ...everyone(403), nobody: 401, ciso: 422 },
  'POST /api/v1/reading/versions/:id/reminders': { ...everyone(403), nobody: 401, ciso: 404 },
  'POST /api/v1/reading/receipts/:id/link': { ...everyone(403), nobody: 401, ciso: 404 },
  'DELETE /api/v1/reading/receipts/:id/link': { ...everyone(403), nobody: 401, ciso: 404 },
  'GET /api/v1/reading/versions/:id': { ...everyone(403), nobody: 401, ciso: 404, director: 404 },
  'GET /api/v1/reading/counts': frameworkReaders(200),
  // Only what one is asked to read oneself.
  'GET /api/v1/reading/mine': { ...everyone(200), nobody: 401 },
  'POST /api/v1/reading/mine/:id': { ...everyone(404), nobody: 401 },
  'GET /api/v1/reading/mine/:id/file': { ...everyone(404), nobody: 401 },
  // Who has the link reads; one that leads nowhere says no more than that.
  ...advisoryRows,
  ...watchingRows,
  'GET /api/v1/report-points': { ...everyone(403), nobody: 401, ciso: 200 },
  'POST /api/v1/report-points': { ...everyone(403), nobody: 401, ciso: 422 },
  'POST /api/v1/report-points/poster': { ...everyone(403), nobody: 401, ciso: 422 },
  'DELETE /api/v1/report-points/:id': { ...everyone(403), nobody: 401, ciso: 404 },
  // Who has the link tells; a link that leads nowhere says no more than that.
  'POST /api/v1/report-point': everyone(404),
  'POST /api/v1/report-point/reports': everyone(404),
  'POST /api/v1/report-point/follow': everyone(404),
  ...chainRows,
  'POST /api/v1/reading/link': everyone(404),
  'POST /api/v1/reading/link/confirm': everyone(404),
  'POST /api/v1/reading/link/file': everyone(404),
  'GET /api/v1/applicability': frameworkReaders(200),
  'GET /api/v1/applicability/export': frameworkReaders(400),
  'GET /api/v1/plan/export': frameworkReaders(400),
  'GET /api/v1/plan': frameworkReaders(200),
  'GET /api/v1/calendar/links': { ...everyone(200), nobody: 401 },
  // Only for who has an account; a token of development has none.
  'POST /api/v1/calendar/links': { ...everyone(403), nobody: 401 },
  'DELETE /api/v1/calendar/links/:id': { ...everyone(404), nobody: 401 },
  // Who has the link reads; a link that leads nowhere says no more than that.
  'GET /api/v1/calendar/feeds/:token': everyone(404),
  'GET /api/v1/network': frameworkReaders(200),
  'GET /api/v1/capture-kit': frameworkReaders(400),
  'GET /api/v1/inventory': sourceKeepers(200),
  'POST /api/v1/inventory/ignored': sourceKeepers(422),
  'POST /api/v1/inventory/ignored/:id/end': sourceKeepers(404),
  'POST /api/v1/inventory/merge': sourceKeepers(422),
  'POST /api/v1/inventory/split': sourceKeepers(422),
  'GET /api/v1/risk/input': frameworkReaders(200),
  'GET /api/v1/risk/curve': frameworkReaders(200),
  'GET /api/v1/risk/proposals': frameworkReaders(200),
  'GET /api/v1/risk/trail/:id': frameworkReaders(404),
  'GET /api/v1/access': frameworkReaders(200),
  'POST /api/v1/access/exports': sourceKeepers(422),
  'GET /api/v1/access/reviews/:id': frameworkReaders(404),
  'POST /api/v1/access/reviews/:id/signature': {
    ...everyone(403),
    ...{ nobody: 401, director: 422, ciso: 422, it_manager: 422 },
    ...{ ot_engineer: 422, process_owner: 422 },
  },
  'POST /api/v1/scans': sourceKeepers(422),
  'GET /api/v1/views': {
    ...everyone(200),
    nobody: 401,
    employee: 403,
    supplier: 403,
    customer: 403,
  },
  'POST /api/v1/views': { ...everyone(422), nobody: 401 },
  'DELETE /api/v1/views/:id': { ...everyone(404), nobody: 401 },
  'GET /api/v1/differences/:register': { ...everyone(404), nobody: 401 },
  'GET /api/v1/links/:id': { ...everyone(404), nobody: 401 },
  'POST /api/v1/bulk-edits/dry-run': importers(422),
  'POST /api/v1/bulk-edits': importers(422),
  'GET /api/v1/bulk-edits': importers(200),
  'POST /api/v1/bulk-edits/:id/undo': importers(404),
  'GET /api/v1/incidents/:id/room': frameworkReaders(404),
  'GET /api/v1/clocks': frameworkReaders(200),
  'POST /api/v1/incidents/:id/log': {
    ...everyone(403),
    nobody: 401,
    director: 422,
    ciso: 422,
    it_manager: 422,
    ot_engineer: 422,
    process_owner: 422,
  },
  'POST /api/v1/incidents/:id/drafts': {
    ...everyone(403),
    nobody: 401,
    ciso: 422,
    it_manager: 422,
    consultant: 422,
  },
  'GET /api/v1/incidents/:id/mails': frameworkReaders(404),
  'GET /api/v1/incidents/:id/reports/:report/paper': frameworkReaders(400),
  'GET /api/v1/crisis': frameworkReaders(200),
  // It holds the numbers of people.
  'GET /api/v1/crisis/pack': {
    ...everyone(403),
    nobody: 401,
    director: 400,
    ciso: 400,
    it_manager: 400,
    ot_engineer: 400,
  },
  'GET /api/v1/drills': frameworkReaders(200),
  'GET /api/v1/incidents/:id/drill': frameworkReaders(404),
  'GET /api/v1/continuity': frameworkReaders(200),
  'POST /api/v1/continuity/backup-reports': {
    ...everyone(403),
    nobody: 401,
    ciso: 422,
    it_manager: 422,
    ot_engineer: 422,
  },
  // Only who has an account has a passkey to show; a token of development has none.
  'POST /api/v1/signing/keys/options': everyoneSigning(403, 403),
  'POST /api/v1/signing/keys': everyoneSigning(422, 403),
  'GET /api/v1/signing/decisions/:id': everyoneSigning(404, 404),
  'POST /api/v1/signing/decisions/:id/statement': everyoneSigning(422, 403),
  'POST /api/v1/signing/decisions/:id/approval': everyoneSigning(422, 403),
  'GET /api/v1/signing/approvals/:vote': everyoneSigning(404, 404),
  'GET /api/v1/board-pack': overseers(400),
  'GET /api/v1/papers/:paper': overseers(400),
  'GET /api/v1/papers/:paper/file': overseers(400),
  'GET /api/v1/minutes/:meeting': overseers(400),
  'GET /api/v1/proof/moment': { ...everyone(400), nobody: 401 },
  'GET /api/v1/proof/layers': overseers(200),
  'GET /api/v1/dossier': { ...everyone(403), nobody: 401, director: 400, ciso: 400 },
  'GET /api/v1/search': { ...everyone(400), nobody: 401 },
  'POST /api/v1/first-state': { ...everyone(403), nobody: 401, ciso: 422 },
  'POST /api/v1/first-state/example': { ...everyone(403), nobody: 401, ciso: 400 },
  // Without a model.
  'GET /api/v1/oscal': { ...overseers(400), consultant: 400 },
  'POST /api/v1/oscal': sourceKeepers(422),
  'POST /api/v1/sources': sourceKeepers(422),
  'GET /api/v1/sources': sourceKeepers(200),
  'GET /api/v1/sources/:id': sourceKeepers(404),
  'GET /api/v1/sources/:id/sightings': sourceKeepers(404),
  'GET /api/v1/sources/:id/proposals': sourceKeepers(404),
  'POST /api/v1/sources/:id/accept': sourceKeepers(404),
  'GET /api/v1/sources/:id/components': sourceKeepers(404),
  'POST /api/v1/sources/:id/components': sourceKeepers(404),
  'POST /api/v1/frameworks': { ...everyone(403), nobody: 401, ciso: 422, consultant: 422 },
  'GET /api/v1/frameworks': frameworkReaders(200),
  'GET /api/v1/frameworks/:id': frameworkReaders(404),
  'PUT /api/v1/frameworks/:id/mappings': {
    ...everyone(403),
    nobody: 401,
    ciso: 404,
    consultant: 404,
  },
  'GET /api/v1/templates/:register': { ...everyone(404), nobody: 401 },
  'GET /api/v1/exports/:register': { ...everyone(404), nobody: 401 },
  'POST /api/v1/imports': importers(400),
  'GET /api/v1/imports': importers(200),
  'GET /api/v1/imports/:id': importers(404),
  'PATCH /api/v1/imports/:id': importers(404),
  'GET /api/v1/imports/:id/rows': importers(404),
  'POST /api/v1/imports/:id/dry-run': importers(404),
  'POST /api/v1/imports/:id/confirm': importers(404),
  'POST /api/v1/imports/:id/cancel': importers(404),
  'POST /api/v1/imports/:id/undo': importers(404),
  'GET /api/v1/components': frameworkReaders(200),
  'GET /api/v1/components/:id': frameworkReaders(404),
  'GET /api/v1/own-advisories': frameworkReaders(200),
  'PUT /api/v1/own-advisories/settings': { ...everyone(403), nobody: 401, ciso: 422 },
  'GET /api/v1/own-advisories/:id/draft': frameworkReaders(404),
  'POST /api/v1/own-advisories/:id/publication': fetchers(404),
  'GET /api/v1/own-advisories/products/:id/components': frameworkReaders(404),
  'GET /api/v1/csaf/:organisation/provider-metadata.json': everyone(404),
  'GET /api/v1/csaf/:organisation/feed-tlp-white.json': everyone(404),
  'GET /api/v1/csaf/:organisation/white/:year/:file': everyone(404),
  'GET /api/v1/vulnerabilities': frameworkReaders(200),
  'GET /api/v1/vulnerabilities/products': frameworkReaders(200),
  'GET /api/v1/vulnerabilities/assets/:id': frameworkReaders(404),
  'GET /api/v1/vulnerabilities/trail': frameworkReaders(400),
  'GET /api/v1/vulnerabilities/entries/:entry/proof': frameworkReaders(404),
  'POST /api/v1/vulnerabilities/decisions': { ...sourceKeepers(422), consultant: 403 },
  'POST /api/v1/vulnerabilities/runs': sourceKeepers(422),
  'GET /api/v1/vulnerabilities/names': frameworkReaders(200),
  'PUT /api/v1/vulnerabilities/names': sourceKeepers(422),
  'POST /api/v1/files': bringers(422),
  'GET /api/v1/files': bringers(200),
  'GET /api/v1/files/:digest': { ...everyone(404), nobody: 401 },
  'GET /api/v1/files/:digest/content': { ...everyone(404), nobody: 401 },
  'POST /api/v1/files/:digest/release': { ...everyone(403), nobody: 401, ciso: 404 },
}

/** What goes with a request that needs it. */
/** What keeps a route that would do something from doing it. */
const othersQueries: Readonly<Record<string, string>> = {
  'POST /api/v1/first-state/example': '?language=xx',
  'GET /api/v1/views': '?register=findings',
  'POST /api/v1/scans': '?name=a.json&found_on=2026-11-20',
  'POST /api/v1/access/exports': '?name=a.csv&system=x&exported_on=2026-11-20',
  'GET /api/v1/differences/:register': '?from=0&to=0',
  'GET /api/v1/bulk-edits': '?register=sites',
}

const othersBodies: Readonly<Record<string, unknown>> = {
  'PATCH /api/v1/webhooks/:id': { description: 'x' },
  'POST /api/v1/calendar/links': { language: 'nl' },
  'POST /api/v1/names': { ids: ['0190e000-0000-7000-8000-000000000009'] },
  'POST /api/v1/files/:digest/release': { reason: 'looked at' },
  'POST /api/v1/bulk-edits/:id/undo': { reason: 'a mistake' },
  'PATCH /api/v1/imports/:id': { rule: 'fill' },
  'POST /api/v1/awareness/:id/results': { name: 'x.csv', csv: 'mail' },
  'POST /api/v1/records/:id/comments': { text: 'x' },
  'POST /api/v1/notices/read': { keys: ['x'] },
  'POST /api/v1/reading/versions/:id/reminders': {},
  'POST /api/v1/reading/receipts/:id/link': {},
  'POST /api/v1/report-point': { token: 'x' },
  'POST /api/v1/sensors/:id/revocation': { reason: 'x' },
  'POST /api/v1/questionnaire': { token: 'x' },
  'POST /api/v1/report-point/reports': { token: 'x', what: 'x' },
  'POST /api/v1/report-point/follow': { token: 'x', code: 'x' },
  'POST /api/v1/reading/link': { token: 'x' },
  'POST /api/v1/reading/link/confirm': { token: 'x' },
  'POST /api/v1/reading/link/file': { token: 'x' },
  'POST /api/v1/imports/:id/confirm': { digest: '0'.repeat(64) },
  'POST /api/v1/imports/:id/undo': { reason: 'a mistake' },
  'PUT /api/v1/advisories/:document/reading': { is_read: true },
  'POST /api/v1/advisories/:document/assessments': { relevance: 'unclear', text: 'x' },
  'POST /api/v1/vulnerabilities/decisions': { on: [] },
  'POST /api/v1/vulnerabilities/runs': { subjects: ['x'] },
  'PATCH /api/v1/advisory-providers/:id': {},
  'PUT /api/v1/frameworks/:id/mappings': { requirement: 'x', maps: [] },
  'POST /api/v1/sources/:id/components': { accept: [{ number: 0, digest: '0'.repeat(64) }] },
  'POST /api/v1/sources/:id/accept': { accept: [{ number: 0, digest: '0'.repeat(64) }] },
}

onBothEngines('access', (bench) => {
  let app: FastifyInstance
  const routes = new Set<string>()
  const ids = new Map<KindName, string>()
  before(async () => {
    const authenticate = developmentTokens(everybody)
    app = await httpApp({
      storage: bench.storage,
      authenticate,
      identity: identityOf({ storage: bench.storage }),
      files: new Files({ storage: bench.storage, folder: bench.folder }),
      requestsPerMinute: 1e9,
      onRoute: ({ method, url }) => {
        for (const one of [method].flat()) if (one !== 'HEAD') routes.add(`${one} ${url}`)
      },
    })
    const values = { code: 'X1', name: 'Of the first organisation' }
    const made = await done(bench.storage, creating('site', values))
    ids.set('site', made.record?.id ?? '')
  })

  it('has a declaration for every route, and none for what is gone', () => {
    const declared = Object.values(operations).map(
      ({ method, path }) => `${method} /api/v1/:plural${path.replace('{id}', ':id')}`,
    )
    assert.deepEqual([...routes].sort(), [...declared, ...Object.keys(others)].sort())
    assert.equal(cells.size, Object.keys(kinds).length * roles.length * 8)
  })

  for (const name of Object.keys(kinds) as KindName[]) {
    it(`of ${name} is what the permissions say, for every route and role`, async () => {
      const kind: RecordKind = kinds[name]
      const id = ids.get(name) ?? ids.get('site') ?? ''
      for (const [operation, { method, path, ...rest }] of Object.entries(operations)) {
        const op = operation as OperationName
        const url = `/api/v1/${plurals[name]}${path.replace('{id}', id)}`
        const body = bodies[op]
        const isThere = !('isFor' in rest) || rest.isFor(kind)
        const stranger = await ask(app, { method, url, body })
        assert.equal(stranger.status, 401, `${op} by nobody`)
        for (const role of roles) {
          const cell = cells.get(`${name} ${role} ${needs[op]}`)
          assert.ok(cell !== undefined, `no cell for ${name} ${role} ${needs[op]}`)
          for (const tenant of name === 'site' ? [second] : [undefined, second]) {
            const who = { as: role, ...(tenant === undefined ? {} : { tenant }) }
            const version = op === 'create' || method === 'GET' ? {} : { version: 1 }
            const came = await ask(app, { ...who, method, url, body, ...version })
            const expected = !isThere ? 404 : cell === '·' ? 403 : open[op]
            const isAs = came.status === expected
            assert.ok(
              isAs,
              `${op} ${name} by ${role}: ${came.status}, not ${expected} ${came.text}`,
            )
            if (op === 'list' && tenant === second && came.status === 200) {
              assert.deepEqual(came.body.items, [], `${role} of the second sees the first's`)
            }
          }
        }
      }
    })
  }

  it('to what belongs to no register is what the table says', async () => {
    for (const [at, [route, row]] of Object.entries(others).entries()) {
      const [method = '', path = ''] = route.split(' ')
      // Many roles ask the same of one route: what is bounded by address is so by route here.
      const from = `127.0.1.${at % 250}`
      const url = `${path.replace('*', '0/999')}${othersQueries[route] ?? ''}`
      const headers = path.endsWith('/changes') ? { 'last-event-id': 'none' } : {}
      for (const [role, status] of Object.entries(row)) {
        for (const tenant of [undefined, second]) {
          const who = role === 'nobody' ? {} : { as: role as Role, ...(tenant ? { tenant } : {}) }
          const asked = {
            ...who,
            method: method as 'GET',
            url,
            headers,
            from,
            body: othersBodies[route],
          }
          const came = await ask(app, asked)
          assert.equal(came.status, status, `${route} by ${role}: ${came.text.slice(0, 200)}`)
        }
      }
    }
  })

  it('to a record of one’s own organisation follows its permissions', async () => {
    const id = ids.get('site')
    for (const role of roles) {
      const came = await ask(app, { as: role, url: `/api/v1/sites/${id}` })
      assert.equal(came.status, cells.get(`site ${role} read`) === '+' ? 200 : 403, role)
    }
  })
})
