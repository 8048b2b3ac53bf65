// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, it } from 'node:test'
import { personOf, tokenOf } from '../../http/testing/people.ts'
import { onBothEngines } from '../../storage/testing/engines.ts'
import { Talk } from '../testing/talk.ts'
import { readStatement } from './statement.ts'
import { exampleStatement } from './testing/example.ts'

/** Another customer of the same supplier. */
const other = '0190c000-0000-7000-8000-0000000000cc'

onBothEngines('answers that are given once', (bench) => {
  let talk: Talk
  let file = ''
  before(async () => {
    await bench.storage.createTenant({ id: other, name: 'Elders' })
    const actor = { person: personOf('ciso'), roles: ['ciso'], processes: [] } as const
    const ciso = { token: tokenOf('ciso', other), tenant: other, actor }
    talk = await Talk.open(bench, [ciso])
    const { token } = await talk.sent(await talk.supplierMade('one'))
    await talk.save(token, { question: 'ORG-1', value: 'yes' })
    await talk.save(token, { question: 'ORG-1', field: 'explanation', value: 'Sinds\n\n2020 – ü' })
    await talk.save(token, { question: 'INC-1', value: 'no' })
    const came = await talk.theirs('/export', { token })
    assert.equal(came.status, 200, came.text)
    assert.match(String(came.headers['content-disposition']), /^attachment/)
    file = came.text
  })
  /** At another organisation, which knows nothing of the first. */
  const elsewhere = async (code: string) => {
    const at = { as: 'ciso', tenant: other } as const
    const values = { code, name: `Maker ${code}`, delivers: ['software'] }
    const made = await talk.asked({ ...at, url: '/api/v1/suppliers', body: { values } })
    const sent = await talk.asked({
      ...{ ...at, url: `/api/v1/chain/suppliers/${made.body.id}/questionnaires` },
      body: {
        ...{ tier: 'parts', name: 'Anna', language: 'nl', answer_until: talk.dayAhead(20) },
      },
    })
    assert.equal(sent.status, 201, sent.text)
    const token = String(sent.body.link).split('#')[1] ?? ''
    const review = async () =>
      (await talk.asked({ ...at, url: `/api/v1/chain/reviews/${sent.body.review}` })).body
    const answers = async () => (await talk.theirs('', { token })).body.answers
    const bring = (text: string, name = 'antwoorden.txt') =>
      talk.theirs('/import', { token, writer: 'Anna', name, text })
    return { token, review, answers, bring }
  }

  it('are taken over by another organisation, with what the signature says', async () => {
    const { token, review, answers, bring } = await elsewhere('whole')
    await talk.save(token, { question: 'INC-1', value: 'yes' })
    const came = await bring(file)
    assert.equal(came.status, 200, came.text)
    assert.deepEqual([came.body.verdict, came.body.taken], ['intact', 1])
    const of = (id: string, all: any[]) => all.find(({ question }) => question === id)
    const all = await answers()
    assert.equal(of('ORG-1', all).answer.value, 'yes')
    assert.equal(of('ORG-1', all).explanation.value, 'Sinds\n\n2020 – ü')
    assert.equal(of('INC-1', all).answer.value, 'yes', 'what stood there stays')
    const [told] = (await review()).reuses
    assert.deepEqual([told.verdict, told.name, told.taken], ['intact', 'antwoorden.txt', 1])
  })

  it('are refused by name once a single sign is otherwise, and the customer hears of it', async () => {
    const { review, answers, bring } = await elsewhere('changed')
    const came = await bring(file.replace('"no"', '"yes"'), 'mooier.txt')
    const { verdict, name, taken } = came.body
    assert.deepEqual([came.status, verdict, name, taken], [200, 'changed', 'mooier.txt', 0])
    assert.ok((await answers()).every(({ answer }: any) => answer === null))
    assert.equal((await review()).reuses[0].verdict, 'changed')
    assert.equal((await bring('iets anders')).status, 422)
  })

  it('hold for no changed character, wherever it stands', () => {
    assert.equal(readStatement(file).verdict, 'intact')
    for (let at = 0; at < file.length; at += 7) {
      const other = file[at] === 'x' ? 'y' : 'x'
      const { verdict } = readStatement(file.slice(0, at) + other + file.slice(at + 1))
      assert.notEqual(verdict, 'intact', `at ${at}`)
    }
  })
})

it('stands in the documentation as it is written, and holds', () => {
  const page = join(import.meta.dirname, '../../../../docs/formats/supplier-answers.example.txt')
  const text = readFileSync(page, 'utf8')
  assert.equal(text, exampleStatement(), 'run scripts/make-supplier-answers.ts')
  assert.equal(readStatement(text).verdict, 'intact')
})
