// SPDX-License-Identifier: EUPL-1.2
// `node bin/run.mjs scripts/write-schemas.ts`: writes the JSON Schemas of the YAML files of a
// factory folder to docs/formats, where editors find them. A test fails when they are out of date.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jsonSchemas } from '@schouw/formats/factory'

const folder = join(import.meta.dirname, '../docs/formats')
mkdirSync(folder, { recursive: true })
for (const [name, schema] of Object.entries(jsonSchemas())) {
  writeFileSync(join(folder, name), `${JSON.stringify(schema, null, 2)}\n`)
}
