// SPDX-License-Identifier: EUPL-1.2
// `node bin/run.mjs scripts/make-supplier-answers.ts`: writes the example of the format of a
// supplier's answers beside its page. A test fails when it is out of date.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exampleStatement } from '../apps/server/chain/reuse/testing/example.ts'

const folder = join(import.meta.dirname, '../docs/formats')
writeFileSync(join(folder, 'supplier-answers.example.txt'), exampleStatement())
