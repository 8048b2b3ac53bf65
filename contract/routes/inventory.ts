// SPDX-License-Identifier: EUPL-1.2
import * as z from 'zod'
import type { Routes } from '../route.ts'

const id = z.string()
const text = z.string()
const count = z.int().min(0)
const keepers = ['ciso', 'it_manager', 'ot_engineer', 'consultant'] as const

/** A sighting in its source, and the proposal that is made of it now. */
const sighted = z.object({
  source: id,
  source_name: text,
  number: z.int(),
  /** Of the proposal; null where nothing is proposed any more. */
  digest: text.nullable(),
})

const keyKind = z.enum(['mac', 'serial', 'ip', 'name'])

/** What a device is known by; the address of a site is another one at the next site. */
const key = z.object({ kind: keyKind, value: text, site: id.nullable() })

const asset = z.object({ id, name: text, version: z.int(), state: text, site: id.nullable() })

const seenDevice = z.object({
  key,
  name: text,
  address: text.nullable(),
  vendor: text.nullable(),
  role: text.nullable(),
  first: text.nullable(),
  last: text.nullable(),
  /** In how many sources. */
  sources: count,
  /** Assets that it may be, where more than one fits or one with another card. */
  may_be: z.array(asset),
  because: z.enum(['several', 'other-mac']).nullable(),
  latest: sighted,
})

export const historyFields = ['firmware', 'macs', 'ips', 'role'] as const

/** One value of a field, for as long as nothing else was seen. */
const span = z.object({
  value: text,
  first: text.nullable(),
  last: text.nullable(),
  source_name: text,
  times: count,
})

const changed = z.object({
  asset,
  field: z.enum(historyFields),
  /** What it was before: as the register has it, or as it was seen earlier. */
  was: text,
  was_by: z.enum(['register', 'earlier']),
  now: text,
  history: z.array(span).readonly(),
  latest: sighted,
})

const coverage = z.object({
  site: id.nullable(),
  name: text.nullable(),
  /** Devices that were seen and are the organisation's own. */
  seen: count,
  /** Of those, in the register and confirmed by somebody. */
  known: count,
  /** Of those, in the register as sighted: nobody has said yet whose they are. */
  unconfirmed: count,
  /** Devices of the register with an address that no source has shown. */
  unseen: count,
  ignored: count,
})

const ignoredBody = z.object({
  id,
  key,
  reason: text,
  at: text,
  by: id,
})

export const inventoryRoutes = {
  getInventory: {
    method: 'GET',
    path: '/api/v1/inventory',
    tag: 'inventory',
    who: keepers,
    query: z.strictObject({ site: z.uuid().optional() }),
    answer: z.object({
      sources: z.array(z.object({ id, name: text, at: text, site: id.nullable() })),
      coverage: z.array(coverage),
      new: z.array(seenDevice),
      /** Seen before, and not in a later source that shows the devices beside it. */
      gone: z.array(z.object({ asset, last: text.nullable(), missed: count, source_name: text })),
      changed: z.array(changed),
      /** Records that are probably one device, by what they share. */
      doubles: z.array(z.object({ by: keyKind, value: text, assets: z.array(asset) })),
      /** One record in which one source shows several devices. */
      several: z.array(
        z.object({
          asset,
          source_name: text,
          parts: z.array(z.object({ macs: z.array(text), ips: z.array(text), name: text })),
        }),
      ),
      ignored: z.array(ignoredBody),
      /** Sightings beyond what is compared at once. */
      left_out: count,
    }),
    statuses: [200],
  },
  ignoreSighting: {
    method: 'POST',
    path: '/api/v1/inventory/ignored',
    tag: 'inventory',
    who: keepers,
    body: z.strictObject({
      kind: keyKind,
      value: z.string().min(1).max(253),
      site: z.uuid().nullable(),
      reason: z.string().trim().min(3).max(500),
    }),
    answer: z.object({ id, entry: z.int() }),
    statuses: [201],
  },
  heedSighting: {
    method: 'POST',
    path: '/api/v1/inventory/ignored/{id}/end',
    tag: 'inventory',
    who: keepers,
    answer: z.object({ id, entry: z.int() }),
    statuses: [200],
  },
  mergeAssets: {
    method: 'POST',
    path: '/api/v1/inventory/merge',
    tag: 'inventory',
    who: keepers,
    body: z.strictObject({
      /** What it goes on as. */
      keep: z.strictObject({ id: z.uuid(), version: z.int().min(1) }),
      /** What is retired, with what it knew and what refers to it moved over. */
      gone: z.strictObject({ id: z.uuid(), version: z.int().min(1) }),
      reason: z.string().trim().min(3).max(500),
    }),
    answer: z.object({ id, moved: count, entry: z.int() }),
    statuses: [200],
  },
  splitAsset: {
    method: 'POST',
    path: '/api/v1/inventory/split',
    tag: 'inventory',
    who: keepers,
    body: z.strictObject({
      asset: z.uuid(),
      version: z.int().min(1),
      /** What the other device is called. */
      name: z.string().trim().min(1).max(200),
      macs: z.array(z.string().max(17)).max(100),
      ips: z.array(z.string().max(45)).max(100),
      reason: z.string().trim().min(3).max(500),
    }),
    answer: z.object({ id, entry: z.int() }),
    statuses: [201],
  },
} as const satisfies Routes
