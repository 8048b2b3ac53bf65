// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addressBytes, addressRange, isWithin, rangeAround } from '@schouw/core/kernel/addresses'
import fc from 'fast-check'
import {
  compareAddresses,
  isDeviceMac,
  isHostAddress,
  isMadeFromMac,
  isPrivate,
  isVirtualRouterMac,
  maskBits,
  universalTwin,
} from './addresses.ts'

describe('addresses', () => {
  it('tells addresses of devices from groups and placeholders', () => {
    assert.ok(isDeviceMac('00:1b:1b:35:84:10'))
    for (const mac of ['01:0e:cf:00:00:00', 'ff:ff:ff:ff:ff:ff', '00:00:00:00:00:00', undefined]) {
      assert.ok(!isDeviceMac(mac), mac)
    }
    for (const ip of ['10.0.0.1', '141.81.0.10', '127.0.0.1', 'fe80::1', '::1']) {
      assert.ok(isHostAddress(ip), ip)
    }
    for (const ip of [
      '0.0.0.0',
      '255.255.255.255',
      '224.0.0.251',
      '::',
      'ff02::1',
      '',
      undefined,
    ]) {
      assert.ok(!isHostAddress(ip), ip)
    }
  })

  it('knows the addresses routers share', () => {
    assert.ok(isVirtualRouterMac('00:00:5e:00:01:0a'))
    assert.ok(isVirtualRouterMac('00:00:0c:07:ac:01'))
    assert.ok(!isVirtualRouterMac('00:00:5e:00:52:13'))
  })

  it('undoes the bit that EtherCAT slaves set in returning frames', () => {
    assert.equal(universalTwin('02:01:05:10:20:30'), '00:01:05:10:20:30')
    assert.equal(universalTwin('ee:00:00:00:00:01'), 'ec:00:00:00:00:01')
  })

  it('holds every address in the range around it and in no shifted one', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.integer({ min: 1, max: 32 }), (ip, bits) => {
        const range = rangeAround(ip, bits)
        assert.ok(range)
        assert.ok(isWithin(ip, range))
        assert.equal(addressRange(range.text)?.bits, bits)
        const other = [...(addressBytes(ip) as number[])]
        other[(bits - 1) >> 3] ^= 0x80 >> ((bits - 1) & 7)
        assert.ok(!isWithin(other.join('.'), range))
      }),
    )
  })

  it('reads any IPv6 text', () => {
    fc.assert(
      fc.property(fc.ipV6(), (ip) => {
        if (!ip.includes('.')) assert.equal(addressBytes(ip)?.length, 16)
      }),
    )
    assert.equal(rangeAround('fd52:429e:c03c:8235:883c::c4', 64)?.text, 'fd52:429e:c03c:8235::/64')
    assert.equal(addressBytes('1::2::3'), undefined)
    assert.equal(addressBytes('1:2:3'), undefined)
  })

  it('reads as the definition written out does', () => {
    const piece = fc.constantFrom(
      '',
      '0',
      '1',
      '00',
      'ff',
      'FFFF',
      '12345',
      'g',
      '::',
      '255',
      '256',
    )
    const text = fc.array(fc.tuple(piece, fc.constantFrom(':', '.', '::', '')), { maxLength: 9 })
    fc.assert(
      fc.property(text, (pieces) => {
        const ip = pieces.flat().join('')
        assert.deepEqual(addressBytes(ip), ip.includes(':') ? plainV6(ip) : plainV4(ip), ip)
      }),
      { numRuns: 2000 },
    )
  })

  it('accepts whole masks only', () => {
    assert.equal(maskBits('255.255.255.0'), 24)
    assert.equal(maskBits('255.255.254.0'), 23)
    assert.equal(maskBits('255.255.255.255'), 32)
    assert.equal(maskBits('255.0.255.0'), undefined)
    assert.equal(maskBits('0.0.0.0'), undefined)
  })

  it('refuses ranges that are none', () => {
    for (const text of [
      '10.0.0.0/33',
      '10.0.0/8',
      'fe80::/129',
      '10.0.0.0/8/8',
      'x',
      '10.0.0.0/',
    ]) {
      assert.equal(addressRange(text), undefined, text)
    }
  })

  it('recognises an address made from a MAC', () => {
    assert.ok(isMadeFromMac('fe80::21b:1bff:fe35:8410', '00:1b:1b:35:84:10'))
    assert.ok(!isMadeFromMac('fe80::21b:1bff:fe35:8411', '00:1b:1b:35:84:10'))
  })

  it('keeps public addresses public', () => {
    assert.ok(isPrivate('172.31.255.255') && isPrivate('fe80::1') && isPrivate('fd00::1'))
    assert.ok(!isPrivate('172.32.0.0') && !isPrivate('141.81.0.10') && !isPrivate('2a00::1'))
  })

  it('orders by number', () => {
    const sorted = ['10.0.0.10', 'fe80::1', '10.0.0.9', '9.1.1.1'].sort(compareAddresses)
    assert.deepEqual(sorted, ['9.1.1.1', '10.0.0.9', '10.0.0.10', 'fe80::1'])
  })
})

function plainV4(text: string): number[] | undefined {
  const parts = text.split('.')
  const isWhole = parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part))
  return isWhole && parts.every((part) => Number(part) < 256) ? parts.map(Number) : undefined
}

function plainV6(text: string): number[] | undefined {
  const groups = (half: string) => (half === '' ? [] : half.split(':'))
  const [head = '', tail, ...more] = text.split('::')
  if (more.length > 0) return undefined
  const known = [...groups(head), ...groups(tail ?? '')]
  const missing = 8 - known.length
  if (tail === undefined ? missing !== 0 : missing < 0) return undefined
  if (!known.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined
  const all = [...groups(head), ...Array<string>(missing).fill('0'), ...groups(tail ?? '')]
  return all.flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255])
}
