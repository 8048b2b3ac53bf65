// SPDX-License-Identifier: EUPL-1.2
// Every address that a page or a sentence names leads somewhere.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'node:test'
import { plurals } from '@schouw/contract/client'

const read = (file: string) => readFileSync(join(import.meta.dirname, file), 'utf8')
const declared = [...read('shell/pages.tsx').matchAll(/path="\/?([^"]+)"/g)]
  .map(([, path = '']) => path)
  .filter((path) => path !== '*')
const shapes = ['', ...declared].map(
  (path) => new RegExp(`^/${path.replaceAll(/:\w+/g, '[^/]+')}$`),
)
const firsts = new Set(declared.map((path) => path.split('/')[0]))
const registers: readonly string[] = Object.values(plurals)

/** Of an address with a value in it, the value stands as a dot. */
function addressesIn(text: string): readonly string[] {
  const named = [...text.matchAll(/(?:\bto|href)=\{?["'`]([^"'`]+)["'`]/g)]
  // Elsewhere only what begins as a page does: other texts have slashes too.
  const quoted = [...text.matchAll(/["'`](\/[a-z-]+(?:\/[^"'`\s]*)?)["'`]/g)].filter(
    ([, address = '']) => firsts.has(address.split(/[/?#]/)[1] ?? ''),
  )
  return [...named, ...quoted]
    .map(([, address = '']) => address.replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '.'))
    .filter((address) => address.startsWith('/'))
    .map((address) => address.split(/[?#]/)[0] ?? '')
    .filter((address) => !/^\/(?:api|assets|tmp)\b/.test(address) && address !== '/')
}

it('names no address that leads nowhere', () => {
  const files = globSync('{pages,parts,shell,words}/**/*.{ts,tsx}', { cwd: import.meta.dirname })
  const astray = files
    .filter((file) => !file.endsWith('.test.ts') && file !== join('shell', 'pages.tsx'))
    .flatMap((file) =>
      addressesIn(read(file))
        .filter((address) => {
          const [, first, plural] = address.split('/')
          if (first === 'registers' && plural !== undefined && plural !== '.') {
            if (!registers.includes(plural)) return true
          }
          return !shapes.some((shape) => shape.test(address))
        })
        .map((address) => `${file}: ${address}`),
    )
  assert.deepEqual(astray, [])
})
