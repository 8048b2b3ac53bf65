// SPDX-License-Identifier: EUPL-1.2
import * as z from 'zod'
import type { Route, Routes } from '../route.ts'

const tag = 'sensors'

const inside = [
  'director',
  'supervisory_director',
  'ciso',
  'it_manager',
  'ot_engineer',
  'process_owner',
  'auditor',
  'consultant',
] as const satisfies Route['who']

const keepers = ['ciso', 'ot_engineer'] as const satisfies Route['who']

const instant = z.iso.datetime()
const count = z.int().min(0)
/** Seconds to weeks of a clock that is wrong. */
const milliseconds = z.int().min(-1e12).max(1e12)
const name = z.string().trim().min(1).max(120)
const base64 = (most: number) => z.base64().min(1).max(most)

export const sensorSettings = z.strictObject({
  every_s: z.int(),
  filter: z.string().max(1_000),
  most_packets: z.int(),
  folder: z.string().max(200),
})

/** What a sensor says of itself. Its clock is its own: nothing here is trusted for when. */
export const sensorBeat = z.strictObject({
  schema: z.literal('schouw/beat/1'),
  sent_at: instant,
  started_at: instant,
  version: z.string().min(1).max(40),
  source: z.enum(['stream', 'file', 'folder']),
  captured: z.strictObject({
    packets: count,
    bytes: count,
    /** Not looked at, as the filter says. */
    filtered: count,
    /** Beyond what it may look at in one slice. */
    over_limit: count,
    /** Devices and conversations of a flood beyond what one slice may name. */
    left_out: count,
    /** Recordings that were none. */
    unreadable: count,
    last_packet_at: instant.nullable(),
  }),
  spool: z.strictObject({
    waiting: count,
    bytes: count,
    most_bytes: count,
    /** Gave way because there was no room. */
    lost: count,
    /** The hub said that it will never take them. */
    refused: count,
    oldest_at: instant.nullable(),
  }),
  /** Against the hub's clock, from the answers before; null: not measured yet. */
  clock: z.strictObject({ ahead_ms: milliseconds, within_ms: z.int().min(0) }).nullable(),
  memory_bytes: count,
  cpu_ms: count,
  settings: z.strictObject({ version: count, refused: z.string().max(200).nullable() }),
})

const health = z.enum(['never_heard', 'well', 'attention', 'silent', 'revoked'])

const sensor = z.object({
  id: z.uuid(),
  name: z.string(),
  site: z.object({ id: z.uuid(), name: z.string().nullable() }),
  enrolled_at: instant,
  enrolled_by: z.string(),
  /** SHA-256 of its public key, in hex, to compare with what the sensor printed. */
  fingerprint: z.string(),
  revoked: z.object({ at: instant, by: z.string(), reason: z.string() }).nullable(),
  health,
  /** What is wrong, most serious first. */
  troubles: z.array(
    z.enum([
      'two_senders',
      'silent',
      'lost',
      'numbers_missing',
      'refused',
      'clock',
      'spool_filling',
      'settings_refused',
      'settings_waiting',
      'hub_left_out',
      'no_packets',
    ]),
  ),
  /** By the hub's clock; null: never. */
  beat_at: instant.nullable(),
  batch_at: instant.nullable(),
  batches: count,
  /** Numbers that never came, although later ones did. */
  missing: count,
  /** Of what it sent today, beyond what the hub keeps of one day. */
  left_out: count,
  beat: sensorBeat.nullable(),
  settings: z.object({ version: count, values: sensorSettings }),
  /** What came in today, as a source. */
  source: z.uuid().nullable(),
})

export type SensorTold = z.infer<typeof sensor>

/** Sensors: letting them in, what they deliver, how they are. */
export const sensorRoutes = {
  listSensors: {
    method: 'GET',
    path: '/api/v1/sensors',
    tag,
    who: inside,
    answer: z.object({
      now: instant,
      items: z.array(sensor),
      /** Codes that stand; what they are is told once. */
      codes: z.array(
        z.object({ id: z.uuid(), name: z.string(), site: z.uuid(), expires_at: instant }),
      ),
    }),
    statuses: [200],
  },
  /** A code that lets one sensor in, for one site, once, within the hour. It is told once. */
  makeSensorCode: {
    method: 'POST',
    path: '/api/v1/sensors/codes',
    tag,
    who: keepers,
    isSensitive: true,
    body: z.strictObject({ site: z.uuid(), name }),
    answer: z.object({ id: z.uuid(), code: z.string(), expires_at: instant, hub: z.string() }),
    statuses: [201],
  },
  withdrawSensorCode: {
    method: 'DELETE',
    path: '/api/v1/sensors/codes/{id}',
    tag,
    who: keepers,
    statuses: [204],
  },
  /** From then on nothing of it is taken. Without a second factor: it may have to be quick. */
  revokeSensor: {
    method: 'POST',
    path: '/api/v1/sensors/{id}/revocation',
    tag,
    who: keepers,
    body: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
    statuses: [204],
  },
  setSensor: {
    method: 'PUT',
    path: '/api/v1/sensors/{id}/settings',
    tag,
    who: keepers,
    isSensitive: true,
    body: z.strictObject({ version: count, values: sensorSettings }),
    answer: z.object({ version: count }),
    statuses: [200],
  },
  /** By the code and a key of the sensor's own, of which it shows that it has the other half. */
  enrolSensor: {
    method: 'POST',
    path: '/api/v1/sensors/enrolments',
    tag,
    who: 'public',
    body: z.strictObject({
      code: z.string().min(1).max(200),
      /** Ed25519, SubjectPublicKeyInfo. */
      public_key: base64(120),
      /** Over the statement of an enrolment: see the format. */
      signature: base64(88),
    }),
    answer: z.object({
      address: z.string(),
      name: z.string(),
      site: z.string().nullable(),
      /** With which the hub signs what the sensor is to do. */
      hub_key: z.string(),
      now: instant,
    }),
    statuses: [201],
  },
  /**
   * Packed NDJSON, signed in `schouw-signature`. Answered when the database has it; the same number
   * with the same bytes again changes nothing.
   */
  deliverBatch: {
    method: 'PUT',
    path: '/api/v1/sensors/{address}/batches/{sequence}',
    tag,
    who: 'public',
    body: { media: ['application/gzip'] },
    answer: z.object({ state: z.enum(['taken', 'known']) }),
    statuses: [200, 201],
  },
  /** A sign of life, signed like a batch; answered with what the sensor is to do. */
  beatOfSensor: {
    method: 'PUT',
    path: '/api/v1/sensors/{address}/beats/{number}',
    tag,
    who: 'public',
    body: { media: ['application/json'] },
    answer: z.object({
      received_at: instant,
      answered_at: instant,
      /** The highest number that came: a spool that was made anew goes on above it. */
      top_sequence: count,
      /** JSON, signed by the hub's key over exactly this text; null: nothing has been set. */
      settings: z.object({ version: count, text: z.string(), signature: z.string() }).nullable(),
    }),
    statuses: [200],
  },
} as const satisfies Routes
