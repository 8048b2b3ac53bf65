// SPDX-License-Identifier: EUPL-1.2
// Builds the web application into what the server hands out, each file also packed.
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'vite'

const root = join(import.meta.dirname, '..')
const folder = join(root, '.cache/web')

export async function buildWeb(): Promise<void> {
  await build({ configFile: join(root, 'apps/web/vite.config.ts'), logLevel: 'warn' })
  for (const name of globSync('**/*.{js,css,svg}', { cwd: folder })) {
    const bytes = readFileSync(join(folder, name))
    writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }))
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9 }
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, { params }))
  }
}

if (import.meta.main) await buildWeb()
