// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { matches } from './matching.ts'
import { asset, assetRow } from './testing/plant.ts'

const by = (found: ReturnType<typeof matches>, id: string) => {
  const match = found.get(id)
  return match === undefined ? null : `${match.row.name} by ${match.by}`
}

describe('matches', () => {
  it('takes MAC before serial before address before name', () => {
    const device = asset('a', {
      macs: ['m1'],
      serial: 'SN-12345',
      ipv4: ['10.0.0.1'],
      hostnames: ['plc-1.fabriek.local'],
    })
    const rows = [
      assetRow('PLC-1'),
      assetRow('B', { ips: ['10.0.0.1'] }),
      assetRow('C', { serial: 'sn-12345' }),
      assetRow('D', { macs: ['m1'] }),
    ]
    assert.equal(by(matches([device], rows), 'a'), 'D by mac')
    assert.equal(by(matches([device], rows.slice(0, 3)), 'a'), 'C by serial')
    assert.equal(by(matches([device], rows.slice(0, 2)), 'a'), 'B by ip')
    assert.equal(by(matches([device], rows.slice(0, 1)), 'a'), 'PLC-1 by name')
  })

  it('decides nothing by a key that stands in two rows, or by a serial of three', () => {
    const device = asset('a', { ipv4: ['10.0.0.1'], serial: '123' })
    const twice = [assetRow('A', { ips: ['10.0.0.1'] }), assetRow('B', { ips: ['10.0.0.1'] })]
    assert.equal(by(matches([device], twice), 'a'), null)
    assert.equal(by(matches([device], [assetRow('A', { serial: '123' })]), 'a'), null)
  })

  it('gives a row two cards, but not a second user of its address', () => {
    const row = assetRow('PLC', { macs: ['m1', 'm2'], ips: ['10.0.0.1'] })
    const cards = [asset('a', { macs: ['m1'], ipv4: ['10.0.0.1'] }), asset('b', { macs: ['m2'] })]
    const thief = asset('c', { macs: ['m9'], ipv4: ['10.0.0.1'] })
    const found = matches([...cards, thief], [row])
    assert.deepEqual(
      ['a', 'b', 'c'].map((id) => by(found, id)),
      ['PLC by mac', 'PLC by mac', null],
    )
  })

  it('leaves far hosts, children and silent addresses alone', () => {
    const row = assetRow('A', { ips: ['10.0.0.1'] })
    for (const given of [{ external: true }, { silent: true }, { parent: 'p' }]) {
      const found = matches([asset('a', { ipv4: ['10.0.0.1'], ...given })], [row])
      assert.equal(found.size, 0)
    }
  })

  it('is the same in whatever order devices and rows come', () => {
    const word = fc.constantFrom('1', '2', '3', '4')
    const devices = fc.array(fc.tuple(word, word), { maxLength: 5 })
    const rows = fc.array(fc.tuple(word, word), { maxLength: 5 })
    fc.assert(
      fc.property(devices, rows, (given, listed) => {
        const assets = given.map(([mac, ip], index) =>
          asset(`a${index}`, { macs: [mac], ipv4: [ip] }),
        )
        const register = listed.map(([mac, ip], index) =>
          assetRow(`r${index}`, { macs: [mac], ips: [ip] }),
        )
        const there = matches(assets, register)
        const back = matches(assets.toReversed(), register.toReversed())
        for (const { id } of assets) assert.equal(by(there, id), by(back, id))
      }),
    )
  })
})
