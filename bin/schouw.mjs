#!/usr/bin/env node
// SPDX-License-Identifier: EUPL-1.2
// The `schouw` command: starts the command line on the pinned Node.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { joined, runOnPinnedNode } from './run.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const words = process.argv.slice(2)
// These read captures of any size.
const isFrugal = words[0] === 'inspect' || words[0] === 'nulmeting'
const program = joined('cli')
runOnPinnedNode([program?.file ?? join(here, '../apps/cli/main.ts'), ...words], {
  isFrugal,
  env: program === undefined ? {} : { SCHOUW_PROGRAMS: program.folder },
})
