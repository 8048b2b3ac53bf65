// SPDX-License-Identifier: EUPL-1.2
// Remote access as recordings of others show it, held against a register: what runs without leave,
// leave that nobody used, and tools that nobody wrote down.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { before, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { httpApp } from '../http/app.ts'
import { developmentTokens } from '../http/development.ts'
import { everybody } from '../http/testing/people.ts'
import { ask } from '../http/testing/requests.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { schouw } from '../testing/command.ts'

const folder = join(import.meta.dirname, '../../../../shared/captures/remote')
const captures = ['teamviewer.pcap', 'anydesk.pcapng', 'radmin3.pcapng', 'openvpn.pcap'].map(
  (name) => join(folder, name),
)
const lacking = captures.filter((path) => !existsSync(path))

if (lacking.length > 0) {
  it('holds shared recordings against the register', (test) => {
    console.log(`SKIPPED: no shared recordings: ${lacking.join(', ')}`)
    test.skip('no shared recordings')
  })
} else {
  onBothEngines('remote access in shared recordings', (bench) => {
    let app: FastifyInstance
    before(async () => {
      app = await httpApp({
        storage: bench.storage,
        authenticate: developmentTokens(everybody),
        requestsPerMinute: 1e9,
      })
    })
    const asCiso = (url: string, body?: unknown) => ask(app, { as: 'ciso', url, body })
    const made = async (plural: string, values: object) => {
      const came = await asCiso(`/api/v1/${plural}`, { values })
      assert.equal(came.status, 201, came.text)
      return came.body as { readonly id: string; readonly version: number }
    }

    it('finds sessions without leave, leave without sessions, and tools not written down', {
      timeout: 300_000,
    }, async (test) => {
      const { exit, out, errors } = await schouw(['inspect', '--json', ...captures])
      assert.equal(exit, 0, errors)
      // The machine on which TeamViewer was seen, and one on which nothing was.
      const seen = await made('assets', {
        code: 'W1',
        name: 'Werkplek',
        macs: ['08:00:27:b3:e6:2e'],
      })
      const other = await made('assets', {
        code: 'W2',
        name: 'Ander',
        macs: ['02:00:00:00:00:01'],
      })
      const supplier = await made('suppliers', {
        code: 'L1',
        name: 'Onderhoud',
        delivers: ['maintenance'],
      })
      const owner = await made('persons', { code: 'P1', name: 'Eigenaar' })
      const grant = async (code: string, values: object) => {
        const until = { valid_until: '2030-01-01', owner: owner.id, purpose: 'Onderhoud' }
        const given = { code, name: code, supplier: supplier.id, ...until, ...values }
        const { id, version } = await made('remote-accesses', given)
        const url = `/api/v1/remote-accesses/${id}`
        const asked = await ask(app, {
          as: 'ciso',
          url: `${url}/moves`,
          body: { to: 'allowed' },
          version,
        })
        assert.equal(asked.status, 202, asked.text)
        const body = { pending: asked.body.pending }
        const allowed = await ask(app, { as: 'it_manager', url: `${url}/approve`, body })
        assert.equal(allowed.status, 200, allowed.text)
      }
      await grant('TeamViewer W1', { tool: 'TeamViewer', target_assets: [seen.id] })
      await grant('AnyDesk W2', { tool: 'AnyDesk', target_assets: [other.id] })
      const came = await ask(app, {
        ...{ as: 'ciso', method: 'POST', raw: Buffer.from(out) },
        url: '/api/v1/chain/remote-access/sessions',
        headers: { 'content-type': 'application/octet-stream' },
      })
      assert.equal(came.status, 200, came.text)
      const { check } = (await asCiso('/api/v1/chain/remote-access')).body
      const standingOf = (tool: string) =>
        new Set(
          check.sessions.filter((one: any) => one.tool === tool).map((one: any) => one.standing),
        )
      assert.deepEqual(standingOf('TeamViewer'), new Set(['granted']))
      assert.deepEqual(standingOf('AnyDesk'), new Set(['no_grant']))
      assert.deepEqual(standingOf('OpenVPN'), new Set(['unknown_tool']))
      assert.deepEqual(
        check.grants.map(({ name, sessions }: any) => [name, sessions]),
        [
          ['AnyDesk W2', 0],
          ['TeamViewer W1', 1],
        ],
      )
      const unregistered = check.unregistered.map(({ tool }: any) => tool).sort()
      // Radmin runs there between two machines of one office: no access from elsewhere.
      assert.deepEqual(unregistered, ['OpenVPN'])
      test.diagnostic(`${came.body.made} sessions of ${came.body.looked} detections`)
    })
  })
}
