// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readFrameworkTable } from './index.ts'

const read = (text: string) =>
  readFrameworkTable('Huisregels 2026.csv', new TextEncoder().encode(text))

describe('a framework as a table', () => {
  it('takes numbers, titles, what they stand under and what of ours they go with', () => {
    const { library, problems } = read(
      'Nummer;Titel;Onder;Schouw\nH;Huis;;\nH.1;Eigen account;H;i1, J2\nH.2;Slot op de deur;H;\n',
    )
    assert.deepEqual(problems, [])
    const [framework] = library?.frameworks ?? []
    assert.equal(framework?.urn, 'urn:table:huisregels-2026')
    assert.deepEqual(
      framework?.requirements.map(({ ref, parent, isAssessable }) => [ref, parent, isAssessable]),
      [
        ['H', null, false],
        ['H.1', 'urn:table:huisregels-2026:H', true],
        ['H.2', 'urn:table:huisregels-2026:H', true],
      ],
    )
    assert.deepEqual(
      library?.mappings[0]?.maps.map(({ target }) => target),
      ['I1', 'J2'],
    )
  })

  it('names what is missing, double or leads nowhere, with its line', () => {
    assert.equal(read('fruit,prijs\nappel,3\n').library, null)
    const { library, problems } = read('ref,title,parent\nA,Een,\nA,Weer,\n,Niets,\nB,Twee,Z\n')
    assert.deepEqual(
      problems.map(({ code, line }) => [code, line]),
      [
        ['urn-taken', 3],
        ['member-missing', 4],
        ['reference-missing', 5],
      ],
    )
    assert.equal(library?.frameworks[0]?.requirements.length, 2)
  })

  it('reads anything without throwing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        readFrameworkTable('x.csv', bytes)
      }),
    )
    fc.assert(fc.property(fc.string(), (text) => void read(`ref,title\n${text}`)))
  })
})
