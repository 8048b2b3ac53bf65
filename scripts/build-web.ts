// SPDX-License-Identifier: EUPL-1.2
// Builds the web application into what the server hands out, each file also packed.
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'vite'

interface Built {
  readonly file: string
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}

/**
 * What a browser fetches before any script asks for it: of every page, and of the first page of
 * somebody who is in. `*` stands for the language.
 */
const announced = {
  any: ['words/*.ts', 'shell/step-up.tsx', 'shell/clock-bar.tsx', 'words/pages/incident-*.ts'],
  home: [
    'pages/home/page.tsx',
    'pages/home/own.tsx',
    'pages/home/deviations.tsx',
    'pages/home/money.tsx',
    'pages/home/waiting.tsx',
    'pages/start/strip.tsx',
    'words/pages/decide-*.ts',
    'words/pages/risks-*.ts',
    '../../report/words/*.ts',
  ],
} as const
const spelled: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '../../report/words/*.ts': {
    nl: '../../report/words/dutch.ts',
    en: '../../report/words/english.ts',
  },
}

const root = join(import.meta.dirname, '..')
const folder = join(root, '.cache/web')

/** The files of these modules with all that they import, without what the page names by itself. */
function filesOf(manifest: Readonly<Record<string, Built>>, modules: readonly string[]): string[] {
  const files = new Set<string>()
  const seen = new Set<string>()
  const visit = (name: string) => {
    if (seen.has(name)) return
    seen.add(name)
    const built = manifest[name]
    if (built === undefined) throw new Error(`${name} is no file of its own in what was built`)
    for (const other of built.imports ?? []) visit(other)
    for (const file of [built.file, ...(built.css ?? [])]) files.add(`/${file}`)
  }
  for (const name of modules) visit(name)
  return [...files]
}

function announce(): void {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'))
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const inLanguage = (language: string) => {
    const of = (names: readonly string[]) =>
      names.map((name) => spelled[name]?.[language] ?? name.replace('*', language))
    const any = filesOf(manifest, of(announced.any)).filter((file) => !page.includes(file))
    const home = filesOf(manifest, of(announced.home)).filter(
      (file) => !any.includes(file) && !page.includes(file),
    )
    return { any, home }
  }
  const list = { nl: inLanguage('nl'), en: inLanguage('en') }
  writeFileSync(join(folder, 'first-files.json'), JSON.stringify(list))
}

export async function buildWeb(): Promise<void> {
  await build({ configFile: join(root, 'apps/web/vite.config.ts'), logLevel: 'warn' })
  announce()
  for (const name of globSync('**/*.{js,css,svg,bin}', { cwd: folder })) {
    const bytes = readFileSync(join(folder, name))
    writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }))
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9 }
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, { params }))
  }
}

if (import.meta.main) await buildWeb()
