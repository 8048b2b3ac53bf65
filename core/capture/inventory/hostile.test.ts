// SPDX-License-Identifier: EUPL-1.2
// Captures made to slow us down: everything here is quadratic where the code is careless.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { detections } from '../detections/index.ts'
import type { Observations } from '../observations.ts'
import { inventory } from './index.ts'
import { binding, conversation, event, fact, observed, sender } from './testing.ts'

const many = 20_000
const mostMs = 6_000
const numbers = Array.from({ length: many }, (_, n) => n)
const ip = (n: number) => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`
const mac = (n: number) =>
  `00:bb:00:${[n >> 16, n >> 8, n].map((part) => (part & 255).toString(16).padStart(2, '0')).join(':')}`
const one = '00:aa:00:00:00:01'

const hostile: Readonly<Record<string, Partial<Observations>>> = {
  'one card with very many addresses': {
    senders: numbers.map((n) => sender(one, ip(n), { ttl: 64 })),
    bindings: numbers.map((n) => binding(one, ip(n))),
  },
  'one address with very many cards': {
    senders: numbers.map((n) => sender(mac(n), '10.0.0.1', { ttl: 64 })),
    bindings: numbers.map((n) => binding(mac(n), '10.0.0.1')),
  },
  'a network for every card': {
    senders: numbers.map((n) => sender(mac(n), `${n >> 8}.${n & 255}.9.1`, { ttl: 64 })),
    bindings: numbers.map((n) => binding(mac(n), `${n >> 8}.${n & 255}.9.1`)),
  },
  'names asked for without end': {
    senders: [sender(one, undefined)],
    facts: numbers.map((n) => fact({ mac: one }, 'pn_dcp.asked_for', `device-${n}`)),
  },
  'a device that never says the same twice': {
    senders: [sender(one, undefined)],
    facts: numbers.map((n) => fact({ mac: one }, 'model', `model ${n}`)),
  },
  'very many children': {
    senders: [sender(one, undefined)],
    facts: numbers.map((n) =>
      fact({ mac: one, child: { kind: 'modbus-unit', key: String(n) } }, 'model', 'x'),
    ),
  },
  'a sweep of everything': {
    senders: [sender(one, '10.0.0.1', { ttl: 64 })],
    conversations: numbers.map((n) =>
      conversation(
        { mac: one, ip: '10.0.0.1' },
        { ip: ip(n + 5) },
        { service: n, unanswered: 1, packetsToClient: 0 },
      ),
    ),
  },
  'log-ins under every name': {
    events: numbers.map((n) => event('cleartext_login', 'ftp', { detail: { user: `user${n}` } })),
  },
}

describe('inventory: hostile captures', () => {
  for (const [name, parts] of Object.entries(hostile)) {
    it(`does not slow down at ${name}`, () => {
      const observations = observed(parts)
      const start = performance.now()
      const found = inventory(observations, { vendorOf: () => undefined })
      detections({ observations, inventory: found })
      const tookMs = performance.now() - start
      assert.ok(tookMs < mostMs, `${Math.round(tookMs)} ms`)
    })
  }
})
