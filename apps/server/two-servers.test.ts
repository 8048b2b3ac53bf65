// SPDX-License-Identifier: EUPL-1.2
// Two servers on one PostgreSQL, as a person and as programs use them: either answers for both.
import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it } from 'node:test'
import { postgresBinaries, privatePostgres } from './storage/testing/private-postgres.ts'
import { endAll, type Server, schouw, serving } from './testing/command.ts'
import { director, example, founder } from './testing/first-days.ts'
import { Visitor } from './testing/visitor.ts'

const skip =
  postgresBinaries() === undefined ? 'two servers: no PostgreSQL server on this machine' : false
const folder = mkdtempSync(join(tmpdir(), 'schouw-two-'))
const postgres = skip === false ? privatePostgres() : undefined
after(async () => {
  await endAll()
  postgres?.remove()
  rmSync(folder, { recursive: true, force: true })
})

/** Changes under way at a time, half of them at either server. */
const writers = 8
const changesEach = 10

it('two servers on one PostgreSQL', { skip, timeout: 300_000 }, async (test) => {
  const databaseUrl = (await postgres?.database()) ?? ''
  const env = { DATABASE_URL: databaseUrl, SCHOUW_SECRET: randomBytes(32).toString('hex') }
  // Servers beside each other share the folder: the heads that either signs are known to both.
  const data = join(folder, 'data')
  const start = () => serving(['--data', data], env)
  const verified = async () => {
    const { exit, out, errors } = await schouw(['verify', data], env)
    assert.equal(exit, 0, `${out}${errors}`)
  }
  const servers: readonly [Server, Server] = [await start(), await start()]
  const [one, two] = servers

  const ans = await founder(one)
  const dirk = await director(ans, two.url)
  test.diagnostic(JSON.stringify(await example(ans)))
  const atTwo = new Visitor(two.url)
  atTwo.cookie = ans.cookie
  const { items: assets } = await atTwo.get('/api/v1/assets?limit=8')
  assert.equal(assets.length, writers)

  const stop = new AbortController()
  const seen = followed(ans, two.url, stop.signal)
  await seen.opened
  const acknowledged: { readonly entry: number; readonly id: string }[] = []
  await Promise.all(
    assets.map(async (asset: { id: string; version: number }, writer: number) => {
      const path = `/api/v1/assets/${asset.id}`
      for (let n = 0; n < changesEach; n += 1) {
        const version = asset.version + n
        const asked = {
          body: { values: { note: `Round ${n} of ${writer}` } },
          version,
          key: randomUUID(),
        }
        // Either server, and the same request once more at the other: it is done once.
        const [here, there] = n % 2 === writer % 2 ? [ans, atTwo] : [atTwo, ans]
        const came = await here.send('PATCH', path, asked)
        assert.equal(came.status, 200, JSON.stringify(came.body))
        const again = await there.send('PATCH', path, asked)
        assert.deepEqual([again.status, again.body.entries], [200, came.body.entries])
        const stale = await there.send('PATCH', path, { ...asked, key: randomUUID() })
        assert.equal(stale.status, 412, JSON.stringify(stale.body))
        acknowledged.push({ entry: came.body.entries[0], id: asset.id })
      }
    }),
  )
  // The last round for the same version at both at once: one of them wins.
  const [asset] = assets
  const path = `/api/v1/assets/${asset.id}`
  const version = asset.version + changesEach
  const raced = await Promise.all(
    [ans, atTwo].map((at, n) =>
      at.send('PATCH', path, {
        body: { values: { note: `Race ${n}` } },
        version,
        key: randomUUID(),
      }),
    ),
  )
  assert.deepEqual(raced.map(({ status }) => status).sort(), [200, 412])

  const entries = acknowledged.map(({ entry }) => entry)
  assert.equal(new Set(entries).size, writers * changesEach, 'an index was given twice')
  await seen.has(acknowledged)
  stop.abort()
  for (const { id } of assets) {
    const newest = await Promise.all([ans, atTwo].map((at) => at.get(`/api/v1/assets/${id}`)))
    assert.deepEqual(newest[0], newest[1])
  }
  await verified()

  // What one added can be proven at the other at once, and the log never shrinks for who reads it.
  for (const [here, there] of [
    [ans, atTwo],
    [atTwo, ans],
  ] as const) {
    const place = `/api/v1/assets/${assets[1].id}`
    const { version } = await here.get(place)
    const changed = await here.patch(place, version, { note: `Proven elsewhere, ${version}` })
    const proof = await there.get(`${place}/proof`)
    assert.equal(proof.index, changed.entries[0])
    const sizes = await Promise.all(
      [there, here].map(async (at) => (await at.send('GET', '/api/v1/log/checkpoint')).body),
    )
    assert.equal(sizes[0], sizes[1])
  }

  // One stops, with a request on its way to it; the other goes on for everybody.
  const last = ans.send('PATCH', path, {
    body: { values: { note: 'On the way' } },
    version: version + 1,
    key: randomUUID(),
  })
  const [{ exit, errors }, came] = await Promise.all([one.stop(), last.catch(() => undefined)])
  assert.equal(exit, 0, errors)
  const found = await atTwo.get(path)
  if (came?.status === 200) assert.equal(found.values.note, 'On the way')
  await atTwo.patch(path, found.version, { note: 'One is gone.' })
  assert.equal((await dirk.get(`${path}/history`)).items[0].version, found.version + 1)
  await verified()
  const back = await start()
  ans.base = back.url
  assert.equal((await ans.get(path)).values.note, 'One is gone.')
  await Promise.all([back.stop(), two.stop()])
  await verified()
})

/** What a screen hears over server-sent events. */
function followed(who: Visitor, base: string, signal: AbortSignal) {
  let text = ''
  let isOpen: () => void = () => {}
  const opened = new Promise<void>((resolve) => {
    isOpen = resolve
  })
  const listen = async () => {
    const came = await fetch(`${base}/api/v1/changes`, { headers: who.headers(), signal })
    assert.equal(came.status, 200)
    const decoder = new TextDecoder()
    for await (const chunk of came.body ?? []) {
      text += decoder.decode(chunk, { stream: true })
      isOpen()
    }
  }
  listen().catch((error) => {
    if (!signal.aborted) throw error
  })
  // An event is of an entry; the version it names is the newest there was when it was sent.
  const has = async (expected: readonly { readonly entry: number; readonly id: string }[]) => {
    const wanted = new Set(expected.map(({ entry, id }) => `${entry} ${id}`))
    for (let turn = 0; turn < 200; turn += 1) {
      const heard = [...text.matchAll(/^data: (.*)$/gm)].flatMap(([, data = '']) =>
        JSON.parse(data),
      )
      for (const { index, id } of heard) wanted.delete(`${index} ${id}`)
      if (wanted.size === 0) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    assert.fail(`never heard of ${[...wanted].join(', ')} in ${text.slice(0, 500)}`)
  }
  return { opened, has }
}
