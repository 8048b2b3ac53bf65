// SPDX-License-Identifier: EUPL-1.2
// The first day of a new user on the embedded engine, through nothing but the command and HTTP.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it } from 'node:test'
import { makeTemplate } from './storage/engine/template.ts'
import { endAll, schouw, serving } from './testing/command.ts'
import { director, example, founder } from './testing/first-days.ts'

const folder = mkdtempSync(join(tmpdir(), 'schouw-first-day-'))
after(async () => {
  await endAll()
  rmSync(folder, { recursive: true, force: true })
})

const succeeds = async (...words: readonly string[]) => {
  const ended = await schouw(words)
  assert.equal(ended.exit, 0, `${words.join(' ')}: ${ended.out}${ended.errors}`)
  return ended.out
}

it('from the link to a restored backup', { timeout: 300_000 }, async (test) => {
  await makeTemplate()
  const data = join(folder, 'data')
  const backup = join(folder, 'all.backup')
  const server = await serving(['--data', data])
  const ans = await founder(server)
  const dirk = await director(ans, server.url)
  const made = await example(ans)
  test.diagnostic(JSON.stringify(made))

  const [asset] = (await ans.get('/api/v1/assets?limit=1')).items
  const path = `/api/v1/assets/${asset.id}`
  const changed = await ans.patch(path, asset.version, { note: 'Seen on the first day.' })
  assert.equal(changed.version, asset.version + 1)
  const { items } = await dirk.get(`${path}/history`)
  assert.deepEqual(items.map(({ action }: { action: string }) => action).slice(0, 1), ['change'])
  assert.equal(items[0].index, changed.entries[0])
  const proof = await dirk.get(`${path}/proof`)
  assert.equal(proof.index, changed.entries[0])
  const proofFile = join(folder, 'proof.json')
  writeFileSync(proofFile, JSON.stringify(proof))
  const key: string = (await ans.get('/api/v1/log/keys')).trim()
  await succeeds('verify', proofFile, '--key', key)
  // With another key the same proof proves nothing.
  const forged = await schouw([
    'verify',
    proofFile,
    '--key',
    key.replace(/.$/, (last: string) => (last === 'A' ? 'B' : 'A')),
  ])
  assert.notEqual(forged.exit, 0)

  const passphrase = join(folder, 'passphrase.txt')
  writeFileSync(passphrase, 'een zin die op papier in de kluis ligt\n')
  const sealed = ['--passphrase-file', passphrase]
  await succeeds('backup', '--data', data, '--out', backup, ...sealed)
  const stopped = await server.stop()
  assert.equal(stopped.exit, 0, stopped.errors)
  await succeeds('verify', data)
  const restored = join(folder, 'restored')
  await succeeds('restore', backup, '--data', restored, ...sealed)
  await succeeds('verify', restored)

  const again = await serving(['--data', restored])
  assert.equal(again.setupToken, undefined)
  ans.base = again.url
  assert.equal((await ans.get(path)).values.note, 'Seen on the first day.')
  assert.equal((await again.stop()).exit, 0)
})
