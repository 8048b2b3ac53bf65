// SPDX-License-Identifier: EUPL-1.2
// Of the component library only the styles that are used are sent: none may be missing.
import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { it } from 'node:test'

const web = join(import.meta.dirname, '..')
const library = dirname(createRequire(import.meta.url).resolve('@mantine/core/styles.css'))

it('brings the styles of every component that a page uses', () => {
  const sheet = readFileSync(join(import.meta.dirname, 'library.css'), 'utf8')
  const sources = globSync('**/*.tsx', { cwd: web })
  const used = sources.flatMap((file) =>
    [...readFileSync(join(web, file), 'utf8').matchAll(/\{([^}]*)\} from '@mantine\/core'/g)]
      .flatMap(([, names]) => (names ?? '').split(','))
      .map((name) => name.trim().split(' ').at(-1) ?? ''),
  )
  const styled = [...new Set(used)].filter((name) =>
    existsSync(join(library, 'styles', `${name}.css`)),
  )
  assert.ok(styled.includes('Button'))
  assert.deepEqual(
    styled.filter((name) => !sheet.includes(`/styles/${name}.css"`)),
    [],
  )
})
