// SPDX-License-Identifier: EUPL-1.2
// Joins the sources of each program into a few files in `.cache/programs`, as starting from a
// thousand takes ten times as long. Packages and data files stay where they are. The list of what
// went in lets the launcher see that a source is newer, and start from the sources instead.
import { statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { type Plugin, rolldown } from 'rolldown'

const root = join(import.meta.dirname, '..')
const folder = join(root, '.cache/programs')
const programs = {
  cli: 'apps/cli/main.ts',
  server: 'apps/server/main.ts',
  demo: 'apps/server/demo/main.ts',
  sensor: 'apps/sensor/main.ts',
  verify: 'apps/server/verify/main.ts',
  backup: 'apps/server/backup/main.ts',
  dossier: 'apps/server/dossier/main.ts',
}

export async function bundlePrograms(): Promise<void> {
  const build = await rolldown({
    input: Object.fromEntries(
      Object.entries(programs).map(([name, file]) => [name, join(root, file)]),
    ),
    platform: 'node',
    external: (id) => !/^(\.|#|\/|[A-Za-z]:\\|@schouw\/)/.test(id),
    plugins: [wherePlaced],
    logLevel: 'silent',
  })
  const { output } = await build.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
    cleanDir: true,
  })
  await build.close()
  const sources = new Set(
    output.flatMap((part) => (part.type === 'chunk' ? part.moduleIds : [])).filter(isOurs),
  )
  const newestMs = Math.max(...[...sources].map((file) => statSync(file).mtimeMs))
  const names = [...sources].map((file) => relative(root, file).split(sep).join('/')).sort()
  writeFileSync(join(folder, 'sources.json'), JSON.stringify({ newestMs, names }))
}

function isOurs(file: string): boolean {
  return file.startsWith(root + sep) && !file.includes('node_modules')
}

/** A source that asks where it is gets its own place, not that of the file it has become part of. */
const wherePlaced: Plugin = {
  name: 'where-placed',
  transform(code, id) {
    if (!isOurs(id) || !code.includes('import.meta.')) return null
    const own = relative(folder, id).split(sep).join('/')
    const place = JSON.stringify(`/${dirname(own)}`)
    return code
      .replaceAll('import.meta.dirname', `(import.meta.dirname + ${place})`)
      .replaceAll('import.meta.url', `new URL(${JSON.stringify(own)}, import.meta.url).href`)
  },
}

if (import.meta.main) await bundlePrograms()
