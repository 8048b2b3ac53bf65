// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { kinds, type RecordKind } from '@schouw/core/registers'
import { openApi, operations, plurals } from './index.ts'

const document: any = JSON.parse(JSON.stringify(openApi('1')))

describe('the OpenAPI document', () => {
  it('leads nowhere that it does not hold', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref)
    assert.ok(refs.length > 1000)
    for (const ref of new Set(refs)) {
      const found = ref!
        .slice(2)
        .split('/')
        .reduce((at, step) => at?.[step], document)
      assert.ok(found !== undefined, ref)
    }
  })

  it('holds nothing that nobody leads to', () => {
    const text = JSON.stringify(document)
    for (const name of Object.keys(document.components.schemas)) {
      assert.ok(text.includes(`"#/components/schemas/${name}"`), name)
    }
  })

  it('has every operation of every register, under one name each', () => {
    const ids = new Set<string>()
    for (const kind of Object.values<RecordKind>(kinds)) {
      for (const [verb, one] of Object.entries(operations)) {
        const path = document.paths[`/api/v1/${plurals[kind.name]}${one.path}`]
        const found = path?.[one.method.toLowerCase()]
        const isExpected = !('isFor' in one) || one.isFor(kind)
        assert.equal(found !== undefined, isExpected, `${verb} ${kind.name}`)
        if (found === undefined) continue
        assert.ok(!ids.has(found.operationId), found.operationId)
        ids.add(found.operationId)
      }
    }
  })

  it('declares what its paths hold', () => {
    for (const [path, methods] of Object.entries<any>(document.paths)) {
      const held = [...path.matchAll(/\{([a-z]+)\}/g)].map(([, name]) => name)
      for (const { parameters = [] } of Object.values<any>(methods)) {
        const declared = parameters
          .map((one: any) =>
            one.$ref ? document.components.parameters[one.$ref.split('/').at(-1)] : one,
          )
          .filter((one: any) => one.in === 'path')
          .map((one: any) => one.name)
        assert.deepEqual(declared, held, path)
      }
    }
  })

  it('shows the fields of a kind with their bounds', () => {
    const { properties, required } = document.components.schemas.SupplierCreate.properties.values
    assert.ok(required.includes('code') && required.includes('name'))
    assert.equal(properties.code.maxLength, 40)
    assert.equal(properties.switching_days['x-unit'], 'days')
    assert.deepEqual(document.components.schemas.Supplier.properties.state.enum, [
      'candidate',
      'active',
      'ending',
      'former',
    ])
  })
})
