// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { firstQuestions } from './first-questions.ts'

describe('what a page asks first', () => {
  const asked = (url: string, page: string, ...roles: readonly string[]) =>
    firstQuestions(url, page, { person: 'p', roles }).map(({ path }) => path)

  it('is what its frame asks, and what it shows', () => {
    const found = asked('/measures', '/measures', 'director')
    assert.deepEqual(found, [
      '/api/v1/session',
      '/api/v1/notices',
      '/api/v1/clocks',
      '/api/v1/standing',
    ])
  })

  it('is for who supervises the five questions, and for who does the work that first', () => {
    assert.ok(asked('/', '/', 'supervisory_director').includes('/api/v1/exercises?limit=100'))
    const own = '/api/v1/actions?limit=5&sort=due_on&filter=owner%3Aeq%3Ap&filter=state%3Ain%3Aopen'
    assert.ok(asked('/', '/', 'ciso').some((path) => path.startsWith(own)))
    assert.ok(!asked('/', '/', 'director').some((path) => path.startsWith('/api/v1/actions')))
  })

  it('is no more than that of the frame where the address asks for something of its own', () => {
    assert.equal(asked('/registers/assets?q=pump', '/registers/:plural', 'ciso').length, 3)
    assert.equal(asked('/registers/nothing', '/registers/:plural', 'ciso').length, 3)
    const list = '/api/v1/assets?limit=100&sort=title'
    assert.equal(asked('/registers/assets', '/registers/:plural', 'ciso').at(-1), list)
  })

  it('asks for the loss with what is chosen once it is known what that is', () => {
    const questions = firstQuestions('/risks', '/risks', { person: 'p', roles: ['director'] })
    const { leadsTo } = questions.at(-1) ?? {}
    const treatment = { is_in_estimate: false, is_chosen: false }
    const all = {
      book: {
        treatments: [
          { id: 'a', ...treatment },
          { id: 'b', ...treatment },
        ],
      },
    }
    assert.deepEqual(leadsTo?.(JSON.stringify(all)), ['/api/v1/risk/curve?treatments=a%2Cb'])
    assert.deepEqual(leadsTo?.(JSON.stringify({ book: { treatments: [] } })), [])
  })
})
