// SPDX-License-Identifier: EUPL-1.2
// `npm run check`: types (the core apart, without Node's; the web apart, with a browser's), format, lint, promises. Stops at nothing:
// prints every complaint, exits 1 when there was any.
import { spawnSync } from 'node:child_process'
import { delimiter, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const path = `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH']}`

const steps: readonly (readonly string[])[] = [
  ['tsc', '-p', 'core'],
  ['tsc', '-p', '.'],
  ['tsc', '-p', 'apps/web'],
  ['biome', 'check', '.', '--max-diagnostics=60'],
  ['oxlint', '--type-aware'],
]

let failed = 0
for (const [command, ...args] of steps) {
  const result = spawnSync(command as string, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
    shell: process.platform === 'win32',
  })
  if (result.status !== 0) {
    failed += 1
    console.error(`check: ${command} ${args.join(' ')} failed`)
  }
}
process.exit(failed === 0 ? 0 : 1)
