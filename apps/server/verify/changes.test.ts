// SPDX-License-Identifier: EUPL-1.2
// Whatever is changed in what is stored, verifying names it. Systematically over every column of
// every table of the ledger and its registers, by chance over bytes, and by what an operator with
// the database in hand could do to rows.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, it } from 'node:test'
import { TileTree } from '@schouw/core/ledger/tiles'
import { leafHash } from '@schouw/core/ledger/trees'
import fc from 'fast-check'
import { sha256 } from '../storage/ledger/hash.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { first, second } from '../storage/testing/tenants.ts'
import type { DataVerdict } from './data.ts'
import { filled, judged, said } from './testing/data.ts'

const nobody = '0190f000-0000-7000-8000-00000000000f'

/** Columns that nothing in the log vouches for, each with its reason. */
const free: Readonly<Record<string, string>> = {
  'logs.tenant': 'a log under another tenant is looked at below',
}

interface Row {
  readonly [column: string]: unknown
}

/** Another value of the same type, as near as can be. */
function changedValue(type: string): string {
  switch (type) {
    case 'bytea':
      return "coalesce(set_byte(VALUE, length(VALUE) / 2, get_byte(VALUE, length(VALUE) / 2) # 4), decode(repeat('07', 32), 'hex'))"
    case 'text':
      return "coalesce(overlay(VALUE placing (case when right(VALUE, 1) = '~' then '!' else '~' end) from greatest(length(VALUE), 1)), '~')"
    case 'bigint':
    case 'integer':
    case 'smallint':
      return 'coalesce(VALUE + 1000, 7)'
    case 'boolean':
      return 'not VALUE'
    case 'timestamp with time zone':
      return "VALUE + interval '1 millisecond'"
    case 'jsonb':
      return `case when VALUE ? 'name' then jsonb_set(VALUE, '{name}', '"~"')
        else VALUE || '{"~":"~"}' end`
    case 'uuid':
      return `case when VALUE = '${nobody}' then '${second}'::uuid else '${nobody}'::uuid end`
    default:
      throw new Error(`no way to change a ${type}`)
  }
}

/** One row of each, and how a change in it is named; `ID` is the record's. */
const tables: Readonly<Record<string, readonly [string, RegExp | string]>> = {
  logs: ['', /^(log-row-differs|log-missing|tenant-unknown)/m],
  log_keys: ['', /^(key-row|tenant-unknown)/m],
  log_entries: [
    'entry = 40',
    /^(entry-changed|entry-missing|entry-time-differs|leaf-differs) 40$/m,
  ],
  log_payloads: ["entry = 41 and slot = 'entry'", /^payload-(changed|missing) 41 entry$/m],
  log_tiles: [
    'level = 0 and tile = 1',
    /^(tile-changed tile\/0\/001|tile-missing tile\/0\/001|tile-root-differs)/m,
  ],
  records: ["kind = 'site' and version = 1", '^record-(differs|missing) (\\d+ )?ID'],
  record_versions: ["kind = 'site' and version = 1", '^record-(differs|missing) (\\d+ )?ID'],
  record_links: ['', '^record-differs \\d+ ID record_links'],
  record_uniques: ['', '^record-differs \\d+ ID record_uniques'],
}

onBothEngines('verifying what is stored', (bench) => {
  let all: DataVerdict
  const pool = () => bench.storage.engine.pool
  /** With what is refused otherwise: constraints and triggers are the operator's to put aside. */
  const sql = async (text: string, values: readonly unknown[] = []) => {
    await pool().query("set session_replication_role = 'replica'")
    try {
      return await pool().query(`${text}`, [...values])
    } finally {
      await pool().query("set session_replication_role = 'origin'")
    }
  }
  const rowsOf = async (table: string, where: string): Promise<readonly Row[]> => {
    const { rows } = await pool().query(
      `select *, ctid::text as "~place" from schouw.${table} where tenant = $1 ${where} limit 1`,
      [first],
    )
    return rows
  }
  /** Puts a table back as it was. */
  const kept = async (table: string, work: () => Promise<void>): Promise<void> => {
    const copy = `kept_${table}`
    await sql(`create table public.${copy} as table schouw.${table}`)
    try {
      await work()
    } finally {
      const { rows } = await pool().query<{ columns: string }>(
        `select string_agg(quote_ident(attname), ', ') as columns from pg_attribute
          where attrelid = 'schouw.${table}'::regclass and attnum > 0 and attgenerated = ''`,
      )
      const columns = rows[0]?.columns
      await sql(`delete from schouw.${table}`)
      await sql(`insert into schouw.${table} (${columns}) select ${columns} from public.${copy}`)
      await sql(`drop table public.${copy}`)
    }
  }
  const named = async (title: string, pattern: RegExp): Promise<void> => {
    const verdict = await judged(bench)
    assert.equal(verdict.isProven, false, `${title} went unnoticed`)
    assert.match(said(verdict).join('\n'), pattern, title)
  }

  before(async () => {
    await filled(bench)
    all = await judged(bench)
  })

  it('proves what nobody changed', async () => {
    assert.deepEqual(said(all), [])
    assert.equal(all.isProven, true)
    assert.equal(all.parts.length, 2)
    const layers = all.parts[0]?.layers.map(({ layer, state }) => `${layer} ${state}`)
    assert.deepEqual(layers, [
      'entries proven',
      'payloads proven',
      'tiles proven',
      'signature proven',
      'key not-claimed',
      'heads proven',
      'witnesses not-claimed',
      'timestamp not-claimed',
      'records proven',
      'beside proven',
      'files not-claimed',
    ])
    assert.ok(Number(all.parts[0]?.layers[1]?.facts['erased']) > 0)
  })

  for (const [table, [where, pattern]] of Object.entries(tables)) {
    it(`names a change in any column of ${table}`, async () => {
      const { rows: columns } = await pool().query<{ name: string; type: string }>(
        `select attname as name, format_type(atttypid, null) as type from pg_attribute
          where attrelid = 'schouw.${table}'::regclass and attnum > 0 and not attisdropped
            and attgenerated = ''`,
      )
      const [row] = await rowsOf(table, where === '' ? '' : `and ${where}`)
      assert.ok(row, `no row of ${table} to change`)
      for (const { name, type } of columns) {
        if (free[`${table}.${name}`] !== undefined) continue
        await kept(table, async () => {
          const value = changedValue(type).replaceAll('VALUE', `"${name}"`)
          const { rowCount } = await sql(
            `update schouw.${table} set "${name}" = ${value} where ctid = $1::tid`,
            [row['~place']],
          )
          assert.equal(rowCount, 1)
          const isPlain = typeof pattern !== 'string'
          const expected = isPlain
            ? pattern
            : new RegExp(pattern.replace('ID', `${row['id']}`), 'm')
          await named(`${table}.${name}`, expected)
        })
        const again = await rowsOf(table, where === '' ? '' : `and ${where}`)
        Object.assign(row, again[0])
      }
      assert.deepEqual(said(await judged(bench)), [])
    })
  }

  it('names the entry, payload, salt or tile of any byte that changed', async () => {
    const { rows: places } = await pool().query<{ entry: number; slot: string }>(
      `select entry, slot from schouw.log_payloads where tenant = $1 and bytes is not null`,
      [first],
    )
    const { rows: entries } = await pool().query<{ entry: number }>(
      'select entry from schouw.log_entries where tenant = $1 order by entry',
      [first],
    )
    const flip = async (
      what: { table: string; column: string; where: string; values: readonly unknown[] },
      random: number,
      pattern: RegExp,
    ) => {
      const { table, column, where, values } = what
      const at = `(${random} % length(${column}))`
      const toggle = `update schouw.${table} set ${column} =
        set_byte(${column}, ${at}, get_byte(${column}, ${at}) # ${1 << (random & 7)})
        where tenant = '${first}' and ${where}`
      await sql(toggle, values)
      try {
        await named(`${column} of ${table} ${values.join(' ')}`, pattern)
      } finally {
        await sql(toggle, values)
      }
    }
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(1 << 20), fc.nat(4), async (nth, random, kind) => {
        const { entry, slot } = places[nth % places.length] ?? { entry: 0, slot: '' }
        const one = entries[nth % entries.length]?.entry ?? 0
        const payload = { table: 'log_payloads', where: 'entry = $1 and slot = $2' }
        const header = { table: 'log_entries', where: 'entry = $1', values: [one] }
        const tile = { table: 'log_tiles', where: 'level = 0 and tile = $1', values: [nth % 2] }
        if (kind === 0) {
          const pattern = new RegExp(`^payload-changed ${entry} ${slot}$`, 'm')
          await flip({ ...payload, column: 'bytes', values: [entry, slot] }, random, pattern)
        } else if (kind === 1) {
          const pattern = new RegExp(`^payload-changed ${entry} ${slot}$`, 'm')
          await flip({ ...payload, column: 'salt', values: [entry, slot] }, random, pattern)
        } else if (kind === 2) {
          await flip(
            { ...header, column: 'header' },
            random,
            new RegExp(`^entry-changed ${one}$`, 'm'),
          )
        } else if (kind === 3) {
          await flip(
            { ...header, column: 'leaf' },
            random,
            new RegExp(`^leaf-differs ${one}$`, 'm'),
          )
        } else {
          const pattern = new RegExp(`^tile-changed tile/0/00${nth % 2}$`, 'm')
          await flip({ ...tile, column: 'hashes' }, random, pattern)
        }
      }),
      { numRuns: 60 },
    )
    assert.deepEqual(said(await judged(bench)), [])
  })

  it('names any byte that changed in the file of known heads', async () => {
    const path = join(bench.folder, 'heads', `${first}.heads`)
    const whole = readFileSync(path)
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, mask) => {
          const changed = Buffer.from(whole)
          changed[at] = (changed[at] ?? 0) ^ mask
          writeFileSync(path, changed)
          await named(
            `byte ${at} of the known heads`,
            /^(checkpoint|head|log|entries|key|header)-/m,
          )
        },
      ),
      { numRuns: 25 },
    )
    // What a crash cuts off is no change; what it covered is then covered by nothing.
    writeFileSync(path, whole.subarray(0, -40))
    await named('a known head cut off', /^entries-unsigned/m)
    writeFileSync(path, whole)
    assert.deepEqual(said(await judged(bench)), [])
  })

  it('names rows that are gone, added, in another order or another’s', async () => {
    const entry = (n: number) => `tenant = '${first}' and entry = ${n}`
    const { rows } = await pool().query<{ size: number }>(
      'select size from schouw.logs where tenant = $1',
      [first],
    )
    const size = rows[0]?.size ?? 0
    const cases: readonly (readonly [string, string, readonly string[], RegExp])[] = [
      [
        'an entry gone',
        'log_entries',
        [`delete from schouw.log_entries where ${entry(30)}`],
        /^entry-missing 30$/m,
      ],
      [
        'a payload gone',
        'log_payloads',
        [`delete from schouw.log_payloads where ${entry(31)}`],
        /^payload-missing 31 entry$/m,
      ],
      [
        'a payload erased without a word',
        'log_payloads',
        [`update schouw.log_payloads set salt = null, bytes = null where ${entry(31)}`],
        /^payload-missing 31 entry$/m,
      ],
      [
        'the tail cut off',
        'log_entries',
        [`delete from schouw.log_entries where tenant = '${first}' and entry >= ${size - 3}`],
        /^checkpoint-beyond-entries/m,
      ],
      [
        'two headers in each other’s place',
        'log_entries',
        [
          `update schouw.log_entries a set header = b.header, leaf = b.leaf, at = b.at
            from schouw.log_entries b where a.tenant = b.tenant and a.tenant = '${first}'
              and a.entry in (50, 51) and b.entry = 101 - a.entry`,
        ],
        /^entry-changed 50$[\s\S]*^entry-changed 51$/m,
      ],
      [
        'two payloads in each other’s place',
        'log_payloads',
        [
          `update schouw.log_payloads a set bytes = b.bytes, salt = b.salt
            from schouw.log_payloads b where a.tenant = b.tenant and a.tenant = '${first}'
              and a.slot = 'entry' and b.slot = 'entry'
              and a.entry in (52, 53) and b.entry = 105 - a.entry`,
        ],
        /^payload-changed 52 entry$[\s\S]*^payload-changed 53 entry$/m,
      ],
      [
        'an entry twice',
        'log_entries',
        [
          `insert into schouw.log_entries (tenant, entry, at, leaf, header)
            select tenant, ${size}, at, leaf, header from schouw.log_entries where ${entry(30)}`,
        ],
        new RegExp(`^entry-unexpected ${size}$`, 'm'),
      ],
      [
        'a payload twice',
        'log_payloads',
        [
          `insert into schouw.log_payloads (tenant, entry, slot, salt, bytes)
            select tenant, entry, 'again', salt, bytes from schouw.log_payloads
            where ${entry(31)} and slot = 'entry'`,
        ],
        /^payload-unknown 31 again$/m,
      ],
      [
        'a tile gone',
        'log_tiles',
        ['delete from schouw.log_tiles where tile = 1'],
        /^tile-missing tile\/0\/001$/m,
      ],
      [
        'a tile too many',
        'log_tiles',
        [
          `insert into schouw.log_tiles (tenant, level, tile, hashes, root)
            select tenant, 1, 0, hashes, root from schouw.log_tiles where tile = 1`,
        ],
        /^tile-unexpected tile\/1\//m,
      ],
      [
        'a log gone',
        'logs',
        [`delete from schouw.logs where tenant = '${first}'`],
        /^log-missing/m,
      ],
      [
        'a key gone',
        'log_keys',
        [`delete from schouw.log_keys where tenant = '${first}'`],
        /^key-row-missing/m,
      ],
      [
        'a record gone',
        'records',
        [`delete from schouw.records where tenant = '${first}' and kind = 'site' and version = 2`],
        /^record-missing/m,
      ],
      [
        'a former version gone',
        'record_versions',
        [`delete from schouw.record_versions where tenant = '${first}' and version = 1`],
        /^record-missing/m,
      ],
      [
        'a record that no entry tells of',
        'records',
        [
          `insert into schouw.records (tenant, id, kind, version, state, is_retired, document, meta,
              natural_key, title, sort_title, search, owner, entry, first_entry, changed_at, changed_by)
            select tenant, '${nobody}', kind, version, state, is_retired, document, meta, '"x"',
              title, sort_title, search, owner, entry, first_entry, changed_at, changed_by
            from schouw.records where tenant = '${first}' and kind = 'site' limit 1`,
        ],
        new RegExp(`^record-unexpected.*${nobody}`, 'm'),
      ],
      [
        'an older version as the newest',
        'records',
        [
          `update schouw.records r set version = v.version, document = v.document, entry = v.entry,
              changed_at = v.changed_at, title = v.title, sort_title = v.sort_title,
              search = v.search, meta = v.meta
            from schouw.record_versions v where v.tenant = r.tenant and v.id = r.id
              and v.kind = 'site' and r.version = 2`,
        ],
        /^record-(missing|unexpected)/m,
      ],
      [
        'an entry of one organisation in another’s log',
        'log_entries',
        [
          `update schouw.log_entries set tenant = '${nobody}' where entry = 0 and tenant = '${first}'`,
          `update schouw.log_entries set tenant = '${first}' where entry = 0 and tenant = '${second}'`,
          `update schouw.log_entries set tenant = '${second}' where entry = 0 and tenant = '${nobody}'`,
        ],
        /^entry-changed 0$/m,
      ],
      [
        'a whole log under another organisation',
        'logs',
        [
          `update schouw.logs set tenant = '${nobody}' where tenant = '${first}'`,
          `update schouw.logs set tenant = '${first}' where tenant = '${second}'`,
          `update schouw.logs set tenant = '${second}' where tenant = '${nobody}'`,
        ],
        /^log-row-differs/m,
      ],
      [
        'an organisation gone',
        'tenants',
        [`delete from schouw.tenants where id = '${first}'`],
        /^(tenant-unknown|log-missing)/m,
      ],
    ]
    for (const [title, table, statements, pattern] of cases) {
      await kept(table, async () => {
        for (const statement of statements) await sql(statement)
        await named(title, pattern)
      })
    }
    assert.deepEqual(said(await judged(bench)), [])
  })

  it('tells the heads of another log for what they are', async () => {
    const path = join(bench.folder, 'heads', `${second}.heads`)
    const whole = readFileSync(path)
    writeFileSync(path, readFileSync(join(bench.folder, 'heads', `${first}.heads`)))
    await named('the heads of another log', /^(log-row-differs|key-change-refused)/m)
    writeFileSync(path, whole)
    assert.deepEqual(said(await judged(bench)), [])
  })

  it('tells a history that was rewritten whole by the heads that are known outside', async () => {
    await kept('log_entries', () =>
      kept('log_tiles', () =>
        kept('logs', async () => {
          // Header, leaves, tiles and root, all as if entry 300 had always had another author.
          const { rows } = await pool().query<{ entry: number; header: Buffer }>(
            'select entry, header from schouw.log_entries where tenant = $1 order by entry',
            [first],
          )
          const tree = TileTree.empty(sha256)
          for (const { entry, header } of rows) {
            const text = header.toString('utf8')
            const other = text.replace(/"actor":"[^"]*"/, `"actor":"${nobody}"`)
            const written = entry === 300 ? Buffer.from(other) : header
            const leaf = leafHash(written, sha256)
            tree.append(leaf)
            if (entry !== 300) continue
            await sql(
              `update schouw.log_entries set header = $2, leaf = $3
                where tenant = '${first}' and entry = $1`,
              [entry, written, leaf],
            )
          }
          for (const { level, index, bytes, root } of tree.filled()) {
            await sql(
              `update schouw.log_tiles set hashes = $3, root = $4
                where tenant = '${first}' and level = $1 and tile = $2`,
              [level, index, bytes, root],
            )
          }
          await sql(`update schouw.logs set root = $1 where tenant = '${first}'`, [tree.root()])
          await named('another history', /^checkpoint-root-differs \d+$/m)
        }),
      ),
    )
    assert.deepEqual(said(await judged(bench)), [])
  })
})
