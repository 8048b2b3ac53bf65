// SPDX-License-Identifier: EUPL-1.2
// `schouw verify` as a person has it: a data folder made by the server, files it served, exit codes.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { httpApp } from '../../server/http/app.ts'
import { developmentTokens } from '../../server/http/development.ts'
import { everybody } from '../../server/http/testing/people.ts'
import { ask } from '../../server/http/testing/requests.ts'
import { makeTemplate } from '../../server/storage/engine/template.ts'
import { openStorage, type Storage } from '../../server/storage/storage.ts'
import { creating, done } from '../../server/storage/testing/records.ts'
import { first } from '../../server/storage/testing/tenants.ts'
import { runCommandLine } from '../command-line.ts'
import type { Shell } from '../terminal/shell.ts'

interface Said {
  readonly code: number
  readonly text: string
  readonly complaint: string
}

let folder = ''

async function schouw(words: string, env: Shell['env'] = process.env): Promise<Said> {
  let [text, complaint] = ['', '']
  const shell: Shell = {
    env: { ...env, DATABASE_URL: env['DATABASE_URL'] ?? '' },
    folder,
    print: (more) => {
      text += more
      return true
    },
    complain: (more) => {
      complaint += more
    },
    terminal: { isInteractive: false, columns: 120 },
    onCancel: () => {},
  }
  return { code: await runCommandLine(words.split(' '), shell), text, complaint }
}

const write = (name: string, bytes: string | Uint8Array) => writeFileSync(join(folder, name), bytes)

const open = async (): Promise<Storage> =>
  openStorage({ folder: join(folder, 'data'), template: await makeTemplate() })

/** Digest of every file below a folder, by its name. */
function filesIn(name: string): readonly string[] {
  return globSync('**/*', { cwd: join(folder, name) })
    .filter((file) => statSync(join(folder, name, file)).isFile())
    .sort()
    .map((file) => {
      const bytes = readFileSync(join(folder, name, file))
      return `${file} ${createHash('sha256').update(bytes).digest('hex')}`
    })
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'schouw-verify-test-'))
  const storage = await open()
  await storage.createTenant({ id: first, name: 'First' })
  const app = await httpApp({ storage, authenticate: developmentTokens(everybody) })
  const made = await done(storage, creating('site', { code: 'S1', name: 'Plant remarkable' }))
  const url = `/api/v1/sites/${made.record?.id}/proof`
  for (let n = 0; n < 20; n += 1) {
    await done(storage, creating('site', { code: `T${n}`, name: `Plant ${n}` }))
  }
  write('proof.json', (await ask(app, { as: 'auditor', url })).text)
  const headers = { accept: 'text/plain' }
  write('site.tlog-proof', (await ask(app, { as: 'auditor', url, headers })).text)
  const get = async (path: string) => (await ask(app, { as: 'auditor', url: path })).text
  write('checkpoint.txt', await get('/api/v1/log/checkpoint'))
  write('log.key', await get('/api/v1/log/keys'))
  await app.close()
  await storage.close()
})
after(() => rmSync(folder, { recursive: true, force: true }))

describe('schouw verify', () => {
  it('proves what the server served, with the key', async () => {
    for (const file of ['proof.json', 'checkpoint.txt', 'site.tlog-proof --entry proof.json']) {
      const { code, text } = await schouw(`verify ${file} --key log.key --lang en`)
      assert.equal(code, 0, text)
      assert.match(text, /: everything it claims is proven\n/)
    }
    const { code, text } = await schouw('verify proof.json --lang nl')
    assert.equal(code, 1)
    assert.match(text, /NIET bewezen[\s\S]*geen sleutel gegeven/)
  })

  it('proves a data folder without changing a byte of it', async () => {
    const before = filesIn('data')
    const { code, text } = await schouw(
      'verify data --key log.key --checkpoint checkpoint.txt --lang en',
    )
    assert.equal(code, 0, text)
    assert.match(text, /entries +proven +entries=22/)
    assert.match(text, /key from outside +proven/)
    assert.ok(text.split('\n').length < 40)
    assert.deepEqual(filesIn('data'), before)
  })

  it('gives JSON of a documented shape', async () => {
    const { code, text } = await schouw('verify data --json')
    assert.equal(code, 0)
    const report = JSON.parse(text)
    assert.equal(report.schema, 'schouw/verify/1')
    assert.deepEqual(Object.keys(report), ['schema', 'subject', 'is_proven', 'parts'])
    const members = ['name', 'is_proven', 'layers', 'findings', 'finding_count']
    assert.deepEqual(Object.keys(report.parts[0]), members)
    for (const layer of report.parts[0].layers) {
      assert.deepEqual(Object.keys(layer), ['layer', 'state', 'facts'])
    }
  })

  it('answers 2 to bad usage, in one line', async () => {
    mkdirSync(join(folder, 'empty'), { recursive: true })
    write('no.key', 'nothing\n')
    const cases = [
      ['verify', /needs a FILE or DIR/],
      ['verify nowhere', /no such file/],
      ['verify empty', /no data folder/],
      ['verify proof.json checkpoint.txt', /takes one/],
      ['verify proof.json --key no.key', /line 1 is no verifier key/],
      ['verify proof.json --key nowhere.key', /no such file/],
      ['verify proof.json --anchor log.key', /no certificate/],
      ['verify proof.json --policy log.key', /policy-line, line 1/],
      ['verify proof.json --kee log.key', /did you mean --key/],
    ] as const
    for (const [words, pattern] of cases) {
      const { code, complaint } = await schouw(words)
      assert.equal(code, 2, words)
      assert.match(complaint, pattern)
      assert.equal(complaint.trimEnd().split('\n').length, 1)
    }
  })

  it('answers 1 to what is not what it says', async () => {
    const proof = readFileSync(join(folder, 'proof.json'), 'utf8')
    write('other.json', proof.replace('"index":1,', '"index":2,'))
    write('broken.json', proof.slice(0, -3))
    write('words.txt', 'hello\n')
    write('dossier.zip', 'PK\u0003\u0004')
    for (const file of ['other.json', 'broken.json', 'words.txt', 'dossier.zip']) {
      const { code, text } = await schouw(`verify ${file} --key log.key --lang en`)
      assert.equal(code, 1, file)
      assert.match(text, /NOT proven/)
    }
  })

  it('says why a folder in which nobody has set up anything proves nothing', async () => {
    await (await openStorage({ folder: join(folder, 'unused') })).close()
    const { code, text } = await schouw('verify unused --lang en')
    assert.equal(code, 1)
    assert.match(text, /NOT proven\n {2}there is no log in it/)
  })

  it('refuses a folder that a server has in use', async () => {
    const storage = await open()
    const { code, complaint } = await schouw('verify data')
    assert.equal(code, 2)
    assert.match(complaint, /in use by another process/)
    await storage.close()
    assert.equal((await schouw('verify data')).code, 0)
  })

  it('needs no secret, and says so when the known heads are gone', async () => {
    rmSync(join(folder, 'copy'), { recursive: true, force: true })
    cpSync(join(folder, 'data'), join(folder, 'copy'), { recursive: true })
    rmSync(join(folder, 'copy/secret'))
    assert.equal((await schouw('verify copy')).code, 0)
    renameSync(join(folder, 'copy/heads'), join(folder, 'heads-aside'))
    const { code, text } = await schouw('verify copy --lang en')
    assert.equal(code, 1)
    assert.match(text, /folder of known heads is missing/)
    rmSync(join(folder, 'copy/database'), { recursive: true })
    assert.equal((await schouw('verify copy')).code, 2)
  })

  it('names a byte that was changed in the files of the database', async () => {
    // Payloads as they lie on disk, found by what they say.
    const places = globSync('database/base/**/*', { cwd: join(folder, 'data') }).flatMap((file) => {
      const path = join(folder, 'data', file)
      if (!statSync(path).isFile()) return []
      const at = readFileSync(path).indexOf('"name":"Plant remarkable"')
      return at < 0 ? [] : [{ file, at }]
    })
    assert.ok(places.length > 0, 'the payload is nowhere on disk')
    for (const { file, at } of places) {
      rmSync(join(folder, 'copy'), { recursive: true, force: true })
      cpSync(join(folder, 'data'), join(folder, 'copy'), { recursive: true })
      const path = join(folder, 'copy', file)
      const bytes = readFileSync(path)
      bytes[at + 10] = (bytes[at + 10] ?? 0) ^ 1
      writeFileSync(path, bytes)
      const { code, text } = await schouw('verify copy --lang en')
      assert.equal(code, 1, `${file} at ${at} went unnoticed`)
      assert.match(text, /content was changed: index=1|record is not what the log says.*index=1/)
    }
  })
})
