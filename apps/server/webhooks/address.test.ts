// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isPublic, publicLookup, readReceiver } from './address.ts'
import { post } from './post.ts'

describe('where a webhook may go', () => {
  // One inside and one outside each edge that is near something public.
  const inside = [
    ...['0.0.0.0', '0.255.255.255', '10.0.0.0', '10.255.255.255', '100.64.0.0', '100.127.255.255'],
    ...['127.0.0.1', '127.255.255.255', '169.254.169.254', '172.16.0.0', '172.31.255.255'],
    ...['192.0.0.8', '192.0.2.1', '192.168.0.0', '192.168.255.255', '198.18.0.0', '198.19.255.255'],
    ...['198.51.100.1', '203.0.113.1', '224.0.0.1', '239.255.255.255', '240.0.0.1'],
    ...['255.255.255.255', '::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '64:ff9b::7f00:1'],
    ...['fe80::1', 'fc00::1', 'fd00::1', 'ff02::1', '2001::1', '2001:db8::1', '2002:7f00:1::'],
    ...['100::1', '5f00::1', '3fff::1', '4000::1', '', 'x', '1.2.3', 'fe80::1%eth0'],
  ]
  const outside = [
    ...['1.1.1.1', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255'],
    ...['128.0.0.0', '169.253.255.255', '169.255.0.0', '172.15.255.255', '172.32.0.0'],
    ...['192.167.255.255', '192.169.0.0', '198.17.255.255', '198.20.0.0', '223.255.255.255'],
    ...['2001:200::1', '2a00:1450::1', '2606:4700::1', '2003::1', '3ffe::1'],
  ]
  for (const address of inside) {
    it(`not to ${JSON.stringify(address)}`, () => assert.equal(isPublic(address), false))
  }
  for (const address of outside) {
    it(`to ${address}`, () => assert.equal(isPublic(address), true))
  }

  const rows: readonly [string, string, string][] = [
    ['https://hooks.example.org/x?y=1', 'taken', 'taken'],
    ['http://hooks.example.org/', 'url-not-https', 'taken'],
    ['https://user:pass@hooks.example.org/', 'url-refused', 'url-refused'],
    ['https://user@hooks.example.org/', 'url-refused', 'url-refused'],
    ['https://hooks.example.org/#x', 'url-refused', 'url-refused'],
    ['ftp://hooks.example.org/', 'url-not-https', 'url-not-https'],
    ['file:///etc/passwd', 'url-not-https', 'url-not-https'],
    ['hooks.example.org', 'url-refused', 'url-refused'],
    ['https://', 'url-refused', 'url-refused'],
    ['https://127.0.0.1/', 'url-private', 'taken'],
    ['https://0x7f.1/', 'url-private', 'taken'],
    ['https://2130706433/', 'url-private', 'taken'],
    ['https://0177.0.0.1/', 'url-private', 'taken'],
    ['https://[::1]/', 'url-private', 'taken'],
    ['https://[::ffff:127.0.0.1]/', 'url-private', 'taken'],
    ['https://localhost/', 'url-private', 'taken'],
    ['https://a.localhost./', 'url-private', 'taken'],
    ['https://intranet/', 'url-private', 'taken'],
    ['https://printer.local/', 'url-private', 'taken'],
    ['https://1.1.1.1/', 'taken', 'taken'],
    [`https://hooks.example.org/${'x'.repeat(2_000)}`, 'url-refused', 'url-refused'],
  ]
  for (const [url, strict, open] of rows) {
    it(`${url.slice(0, 60)}: ${strict}, ${open} where inside is allowed`, () => {
      const said = [false, true].map((isAllowed) => {
        const read = readReceiver(url, isAllowed)
        return read.ok ? 'taken' : read.refusal
      })
      assert.deepEqual(said, [strict, open])
    })
  }

  it('looks at what a name answers with each connection', async () => {
    const asked = { headers: {}, body: '{}', isPrivateAllowed: false }
    for (const all of [true, false]) {
      const error = await new Promise((resolve) => {
        publicLookup('localhost', { all }, (failure) => resolve(failure))
      })
      assert.equal((error as { code?: string }).code, 'EPRIVATE')
    }
    const byName = await post({ ...asked, url: new URL('https://localhost:1/') })
    assert.deepEqual(byName, { fault: 'address-private' })
    const byNumber = await post({ ...asked, url: new URL('https://[::1]:1/') })
    assert.deepEqual(byNumber, { fault: 'address-private' })
  })
})
