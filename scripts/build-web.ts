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
  readonly dynamicImports?: readonly string[]
  readonly name?: string
}
type Manifest = Readonly<Record<string, Built>>

/** What a browser fetches for every page before any script asks for it; `*` is the language. */
const announced = ['words/*.ts', 'words/pages/incident-*.ts']

/** Where the routes stand; the page of an address is what its route shows. */
const routes = 'apps/web/shell/pages.tsx'

/** The first page of most who are in; the others of that address are for few. */
const home = { path: '/', module: 'pages/home/page.tsx' }

const inLanguage = { nl: /(-nl|dutch)\.ts$/, en: /(-en|english)\.ts$/ } as const

const root = join(import.meta.dirname, '..')
const folder = join(root, '.cache/web')

/** These modules with all that they import. */
function withImports(manifest: Manifest, modules: readonly string[]): ReadonlyMap<string, Built> {
  const found = new Map<string, Built>()
  const visit = (name: string) => {
    if (found.has(name)) return
    const built = manifest[name]
    if (built === undefined) throw new Error(`${name} is no file of its own in what was built`)
    found.set(name, built)
    for (const other of built.imports ?? []) visit(other)
  }
  for (const name of modules) visit(name)
  return found
}

/** Each address that has a page of its own, with the module of that page. */
function pagesOf(source: string): readonly { readonly path: string; readonly module: string }[] {
  const modules = new Map(
    [...source.matchAll(/const (\w+) = paged\([^']*import\('\.\.\/(pages\/[^']+)'\)/g)].map(
      ([, name = '', module = '']) => [name, module],
    ),
  )
  const shown = [...source.matchAll(/<Route\s+path="([^"]+)"\s+element=\{<(\w+)/g)]
  const found = shown.flatMap(([, path, name = '']) => {
    const module = modules.get(name)
    return module === undefined ? [] : [{ path: `/${path}`, module }]
  })
  if (found.length === 0) throw new Error(`no pages were found in ${routes}`)
  return [home, ...found]
}

/**
 * Tells the browser to prepare all of it while it comes in, beside the thread that draws: nearly all
 * of the first script is called for the first page, and each function that is prepared only when it
 * is called waits for that on the thread that draws.
 */
const calledAtOnce = '//# allFunctionsCalledOnLoad\n'

function hint(manifest: Manifest): void {
  const first = Object.values(manifest).find(
    ({ name, file }) => name === 'first' && /js$/.test(file),
  )
  if (first === undefined) throw new Error('nothing of what was built is the first script')
  const path = join(folder, first.file)
  writeFileSync(path, calledAtOnce + readFileSync(path, 'utf8'))
}

function announce(manifest: Manifest): void {
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const filesOf = (built: Iterable<Built>) =>
    new Set([...built].flatMap(({ file, css = [] }) => [file, ...css]).map((file) => `/${file}`))
  const pages = pagesOf(readFileSync(join(root, routes), 'utf8'))
  const list = Object.entries(inLanguage).map(([language, isWords]) => {
    const everywhere = announced.map((name) => name.replace('*', language))
    const any = [...filesOf(withImports(manifest, everywhere).values())].filter(
      (file) => !page.includes(file),
    )
    const files = pages.map(({ path, module }) => {
      const own = [...withImports(manifest, [module]).values()].filter(
        ({ file }) => !page.includes(file),
      )
      // Words are fetched in one language: what a page asks for in that one comes with it.
      const words = own.flatMap(({ dynamicImports = [] }) =>
        dynamicImports.filter((name) => isWords.test(name)),
      )
      const all = filesOf([...own, ...withImports(manifest, words).values()])
      return {
        path,
        files: [...all].filter((file) => !any.includes(file) && !page.includes(file)),
      }
    })
    return [language, { any, pages: files }]
  })
  writeFileSync(join(folder, 'first-files.json'), JSON.stringify(Object.fromEntries(list)))
}

export async function buildWeb(): Promise<void> {
  await build({ configFile: join(root, 'apps/web/vite.config.ts'), logLevel: 'warn' })
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'))
  hint(manifest)
  announce(manifest)
  for (const name of globSync('**/*.{js,css,svg,bin}', { cwd: folder })) {
    const bytes = readFileSync(join(folder, name))
    writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }))
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9 }
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, { params }))
  }
}

if (import.meta.main) await buildWeb()
