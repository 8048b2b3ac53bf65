// SPDX-License-Identifier: EUPL-1.2
import * as z from 'zod'
import type { Routes } from '../route.ts'

const id = z.string()
const text = z.string()
const count = z.int().min(0)

/** A device of the register, or one that was seen and is in none. */
const node = z.object({
  id,
  name: text,
  /** False: seen, and in no register. */
  is_registered: z.boolean(),
  is_outside: z.boolean(),
  zone: id.nullable(),
  /** How its zone is known. */
  zone_by: z.enum(['register', 'range', 'vlan', 'outside']).nullable(),
  site: id.nullable(),
  role: text.nullable(),
  level: text.nullable(),
  is_crown_jewel: z.boolean(),
  address: text.nullable(),
  /** Of IP, all that are known. */
  addresses: z.array(text),
})

const conversation = z.object({
  from: id,
  to: id,
  transport: text,
  port: z.int(),
  protocol: text.nullable(),
  is_guess: z.boolean(),
  packets: count,
  bytes: count,
  /** Whether it was seen who opened it. */
  is_direction_sure: z.boolean(),
  connections: count,
  unanswered: count,
  /** Nobody answered. */
  is_answered: z.boolean(),
  first: text.nullable(),
  last: text.nullable(),
  /** Where it can be looked up: the source, the recording, and its first packet there. */
  source: id,
  capture: text.nullable(),
  frame: z.int().nullable(),
  /** What was commanded, the most telling first. */
  operations: z.array(z.object({ name: text, effect: text, count })),
})

/** Who is there and who talks to whom, as far as captures show it. */
export const connectionRoutes = {
  getNetwork: {
    method: 'GET',
    path: '/api/v1/network',
    tag: 'network',
    who: [
      'director',
      'supervisory_director',
      'ciso',
      'it_manager',
      'ot_engineer',
      'process_owner',
      'auditor',
      'consultant',
    ],
    query: z.strictObject({ site: z.uuid().optional() }),
    answer: z.object({
      sites: z.array(z.object({ id, name: text })),
      zones: z.array(
        z.object({ id, name: text, kind: text, level: text.nullable(), site: id.nullable() }),
      ),
      conduits: z.array(
        z.object({
          id,
          name: text,
          from_zone: id,
          to_zone: id,
          services: z.array(text),
          from_assets: z.array(id),
          to_assets: z.array(id),
          state: text,
        }),
      ),
      assets: z.array(node),
      conversations: z.array(conversation),
      sources: z.array(z.object({ id, name: text, at: text, site: id.nullable() })),
      /** Conversations beyond what is answered at once. */
      left_out: count,
    }),
    statuses: [200],
  },
} as const satisfies Routes
