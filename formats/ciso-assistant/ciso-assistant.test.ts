// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readLibrary, requirementsIn } from './index.ts'

const library = `urn: urn:example:risk:library:voorbeeld
locale: nl
ref_id: VB
name: Voorbeeldkader
version: 3
copyright: verzonnen
provider: Voorbeeld
dependencies:
- urn:example:risk:library:ander
objects:
  framework:
    urn: urn:example:risk:framework:voorbeeld
    ref_id: VB
    name: Voorbeeldkader
    min_score: 0
    max_score: 5
    requirement_nodes:
    - urn: urn:example:risk:req_node:voorbeeld:1
      assessable: false
      depth: 1
      ref_id: '1'
      name: Besturen
      translations:
        en:
          name: Governing
    - urn: urn:example:risk:req_node:voorbeeld:1.1
      parent_urn: urn:example:risk:req_node:voorbeeld:1
      assessable: true
      depth: 2
      ref_id: 1.1
      description: Het bestuur stelt beleid vast.
      implementation_groups: [basis]
      reference_controls: [urn:example:risk:function:beleid]
  reference_controls:
  - urn: urn:example:risk:function:beleid
    ref_id: POL
    name: Beleid
    category: policy
    csf_function: govern
  threats:
  - urn: urn:example:risk:threat:gijzel
    name: Gijzelsoftware
  requirement_mapping_sets:
  - source_framework_urn: urn:example:risk:framework:voorbeeld
    target_framework_urn: urn:example:risk:framework:ander
    requirement_mappings:
    - source_requirement_urn: urn:example:risk:req_node:voorbeeld:1.1
      target_requirement_urn: urn:example:risk:req_node:ander:5.1
      relationship: intersect
    - source_requirement_urn: urn:example:risk:req_node:voorbeeld:1.1
`
const read = (text: string) => readLibrary('voorbeeld.yaml', Buffer.from(text))

describe('readLibrary', () => {
  it('reads framework, controls, threats and mappings', () => {
    const { library: found, problems } = read(library)
    assert.ok(found)
    assert.deepEqual([found.version, found.locale, found.dependencies.length], ['3', 'nl', 1])
    const [framework] = found.frameworks
    assert.ok(framework)
    assert.deepEqual([framework.minScore, framework.maxScore], [0, 5])
    assert.deepEqual(framework.requirements[1]?.controls, ['urn:example:risk:function:beleid'])
    assert.equal(found.controls[0]?.function, 'govern')
    assert.equal(found.threats[0]?.name, 'Gijzelsoftware')
    assert.equal(found.mappings[0]?.maps.length, 1)
    assert.deepEqual(
      problems.map(({ pointer, code, line }) => [pointer, code, line]),
      [['/objects/requirement_mapping_sets/0/requirement_mappings/1', 'member-missing', 50]],
    )
  })

  it('comes in the shape of any catalogue, in the language asked for', () => {
    const [framework] = read(library).library?.frameworks ?? []
    assert.ok(framework)
    const [group, control] = requirementsIn(framework, 'en')
    assert.deepEqual([group?.kind, group?.title, group?.label], ['group', 'Governing', '1'])
    assert.deepEqual([control?.kind, control?.parent], ['control', group?.id])
    assert.equal(control?.statement, 'Het bestuur stelt beleid vast.')
  })

  it('names by path what does not hold together', () => {
    const broken = library
      .replace('parent_urn: urn:example:risk:req_node:voorbeeld:1\n', 'parent_urn: urn:gone\n')
      .replace('- urn: urn:example:risk:threat:gijzel\n    name', '- name')
    const codes = read(broken).problems.map(({ pointer, code }) => `${code} ${pointer}`)
    assert.ok(codes.includes('reference-missing /objects/framework/requirement_nodes/1/parent_urn'))
    assert.ok(codes.includes('member-missing /objects/threats/0'))
    const ring = library.replace(
      '      assessable: false\n',
      '      assessable: false\n      parent_urn: urn:example:risk:req_node:voorbeeld:1.1\n',
    )
    assert.ok(read(ring).problems.some(({ code }) => code === 'cycle'))
    const double = library.replace(
      'voorbeeld:1.1\n      parent_urn',
      'voorbeeld:1\n      parent_urn',
    )
    assert.ok(read(double).problems.some(({ code }) => code === 'urn-taken'))
  })

  it('survives anything', () => {
    for (const text of [
      '',
      'a',
      '[]',
      'urn: x',
      'urn: x\nobjects: 1',
      'urn: x\nobjects:\n  framework: [1]',
      '\0',
      'a: &b [*b]',
      '{',
    ]) {
      assert.ok(read(text).problems.length > 0 || read(text).library !== null, text)
    }
    for (let at = 0; at < library.length; at += 13) read(library.slice(0, at))
  })
})
