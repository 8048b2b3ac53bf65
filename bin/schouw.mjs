#!/usr/bin/env node
// SPDX-License-Identifier: EUPL-1.2
// The `schouw` command: starts the command line on the pinned Node.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runOnPinnedNode } from './run.mjs'

const here = dirname(fileURLToPath(import.meta.url))
// A small young generation: a capture of any size is read in little memory, at no measurable time.
runOnPinnedNode([
  '--max-semi-space-size=4',
  join(here, '../apps/cli/main.ts'),
  ...process.argv.slice(2),
])
