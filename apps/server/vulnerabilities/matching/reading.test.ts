// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'node:test'
import { csafDocument, plcAdvisory } from '@schouw/fixtures/advisories'
import { Keyring } from '@schouw/formats/openpgp'
import { advisoryIn } from './held.ts'
import { partsOf } from './reading.ts'

const vex = `<bom xmlns="http://cyclonedx.org/schema/bom/1.6" serialNumber="urn:uuid:1">
  <components><component type="library" bom-ref="a">
    <name>lampd</name><version>1.2.3</version><purl>pkg:generic/lampd@1.2.3</purl>
  </component></components>
  <vulnerabilities><vulnerability><id>CVE-2026-0001</id>
    <analysis><state>exploitable</state></analysis>
    <affects><target><ref>a</ref></target></affects>
  </vulnerability></vulnerabilities>
</bom>`

it('keeps VEX in XML as it came, and matches what it says', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'schouw-reading-'))
  try {
    const keyring = await Keyring.of([])
    const path = join(folder, 'a.xml')
    writeFileSync(path, vex)
    const [part] = await Array.fromAsync(partsOf(path, 'a.xml', { keyring }))
    const [document] = part?.documents ?? []
    assert.equal(document?.format, 'cyclonedx-1.6')
    assert.deepEqual(document?.weaknesses, ['CVE-2026-0001'])
    const advisory = advisoryIn(document?.packed ?? new Uint8Array())
    assert.equal(advisory?.products[0]?.name, 'lampd')
    assert.deepEqual([...(advisory?.statuses[0]?.values() ?? [])], ['affected'])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

it('says of a document that is too large to keep packed that it is not matched', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'schouw-reading-'))
  try {
    const keyring = await Keyring.of([])
    const path = join(folder, 'a.json')
    writeFileSync(path, JSON.stringify(csafDocument(plcAdvisory)))
    const [usual] = await Array.fromAsync(partsOf(path, 'a.json', { keyring }))
    assert.deepEqual(usual?.problems, [])
    assert.notEqual(usual?.documents[0]?.packed, null)
    const [part] = await Array.fromAsync(partsOf(path, 'a.json', { keyring, packedBytes: 100 }))
    assert.equal(part?.documents[0]?.packed, null)
    assert.deepEqual(part?.documents[0]?.oddities[0]?.code, 'too-large-to-match')
    assert.match(part?.problems[0]?.found ?? '', /kept and not matched/)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
