// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import fastify from 'fastify'
import { Refused } from '../http/problems.ts'
import { servedWeb } from './routes.ts'

describe('the web', () => {
  const folder = mkdtempSync(join(tmpdir(), 'schouw-web-routes-'))
  const app = fastify()
  before(async () => {
    mkdirSync(join(folder, 'assets'))
    writeFileSync(join(folder, 'assets/a-1.js'), 'export {}')
    const page = '<html><head><meta nonce="__NONCE__"></head><body></body></html>'
    writeFileSync(join(folder, 'index.html'), page)
    const none = JSON.stringify({ nl: { any: [], pages: [] }, en: { any: [], pages: [] } })
    writeFileSync(join(folder, 'first-files.json'), none)
    await servedWeb(app, () => Promise.resolve(undefined), folder)
  })
  after(async () => {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const asked = (url: string, accept?: string) =>
    app.inject({ url, headers: accept === undefined ? {} : { accept } })

  it('is one page at every address, for a browser', async () => {
    for (const path of ['/', '/risks', '/registers/assets?sort=name']) {
      const { statusCode, body, headers } = await asked(path, 'text/html,*/*;q=0.8')
      assert.equal(statusCode, 200, path)
      const [, nonce = ''] = /nonce="([^"]{22,})"/.exec(body) ?? []
      assert.ok(String(headers['content-security-policy']).includes(`'nonce-${nonce}'`))
    }
    const [one, two] = [await asked('/', 'text/html'), await asked('/', 'text/html')]
    assert.notEqual(one?.body, two?.body)
  })

  it('is the page also for who has still to show who it is', async () => {
    const half = fastify()
    const authenticate = () => Promise.reject(new Refused('second-factor-needed'))
    await servedWeb(half, authenticate, folder)
    const came = await half.inject({ url: '/', headers: { accept: 'text/html' } })
    await half.close()
    assert.equal(came.statusCode, 200)
    assert.match(came.body, /^<html>/)
  })

  it('answers a tool that looks whether somebody is there', async () => {
    assert.equal((await asked('/', '*/*')).statusCode, 200)
    assert.equal((await asked('/risks', '*/*')).statusCode, 404)
    assert.equal((await asked('/')).statusCode, 404)
    assert.equal((await asked('/api/v1/nothing', 'text/html')).statusCode, 404)
  })

  it('hands out files by their names, and none from elsewhere', async () => {
    const { statusCode, headers } = await asked('/assets/a-1.js')
    assert.equal(statusCode, 200)
    assert.match(String(headers['cache-control']), /immutable/)
    for (const path of [
      '/assets/a-2.js',
      '/assets/../../x',
      '/%2e%2e/x',
      '/assets/%2e%2e/a-1.js',
    ]) {
      assert.equal((await asked(path)).statusCode, 404, path)
    }
  })
})
