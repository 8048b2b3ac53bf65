// SPDX-License-Identifier: EUPL-1.2
// What keeps the repository a place to live in: arrows, manifests, sizes, licence lines, openings.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, it } from 'node:test'
import { arrows, partOf, typeArrows } from './fence.ts'

const root = join(import.meta.dirname, '..')
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 1 << 26,
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(root, file)))
const sources = files.filter((file) => /\.(ts|tsx|mjs)$/.test(file))
const text = (file: string) => readFileSync(join(root, file), 'utf8')
const isTest = (file: string) => /\.test\.tsx?$|\/testing(\.ts|\/)/.test(file)

interface Import {
  readonly file: string
  readonly to: string
  readonly isType: boolean
}

const imports: readonly Import[] = sources.flatMap((file) =>
  [
    ...text(file).matchAll(
      /^(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|^import\s+'([^']+)'|(?:\bimport|\brequire|\.resolve|url\))\('([^']+)'\)/gm,
    ),
  ].map((found) => ({
    file,
    to: found[2] ?? found[3] ?? found[4] ?? '',
    isType: found[1] !== undefined,
  })),
)

/** The part an import leads to, or the name of a package, or undefined for Node's own. */
function target({ file, to }: Import): { part?: string; package?: string } {
  // The address of a file that is handed out is no code.
  if (to.startsWith('node:') || to.startsWith('#') || to.endsWith('?url')) return {}
  if (to.startsWith('.')) {
    const part = partOf(normalize(join(dirname(file), to)))
    return part === undefined ? {} : { part }
  }
  const [scope, name, context] = to.split('/')
  if (scope !== '@schouw')
    return { package: to.startsWith('@') ? `${scope}/${name}` : (scope ?? to) }
  const part = name === 'core' ? context : name
  return part === undefined ? {} : { part }
}

describe('the repository', () => {
  it('keeps every arrow inside the fence', () => {
    const broken = imports
      .filter(({ file }) => !isTest(file))
      .filter((one) => {
        const from = partOf(one.file)
        const { part } = target(one)
        if (from === undefined || part === undefined || from === part) return false
        const allowed = [...(arrows[from] ?? []), ...(one.isType ? (typeArrows[from] ?? []) : [])]
        return !allowed.includes(part)
      })
    assert.deepEqual(
      broken.map(({ file, to }) => `${file} → ${to}`),
      [],
    )
  })

  it('crosses contexts by name and stays relative within one', () => {
    const broken = imports
      .filter(({ file }) => partOf(file) !== undefined && !isTest(file))
      .filter((one) => {
        const from = partOf(one.file)
        const { part } = target(one)
        const isRelative = one.to.startsWith('.')
        return (
          part !== undefined && isRelative !== (from === part) && partOf(one.file) !== 'fixtures'
        )
      })
    assert.deepEqual(
      broken.map(({ file, to }) => `${file} → ${to}`),
      [],
    )
  })

  it('names every package it uses in the manifest of its workspace, and no other', () => {
    const rootManifest = JSON.parse(text('package.json'))
    const workspaces: readonly string[] = rootManifest.workspaces
    for (const workspace of workspaces) {
      const manifest = JSON.parse(text(`${workspace}/package.json`))
      // What is optional is loaded when it is asked for, and missed without harm.
      const optional = Object.keys(manifest.optionalDependencies ?? {})
      const declared = [...Object.keys(manifest.dependencies ?? {}), ...optional]
      // What only builds a workspace is not installed to run it.
      const building = Object.keys(manifest.devDependencies ?? {})
      const used = new Set<string>()
      for (const one of imports.filter(({ file }) => file.startsWith(`${workspace}/`))) {
        const found = target(one)
        if (
          found.package !== undefined &&
          !(one.file.endsWith('vite.config.ts') && building.includes(found.package)) &&
          !(isTest(one.file) && found.package in rootManifest.devDependencies)
        ) {
          used.add(found.package)
        }
        const own = one.to.match(/^@schouw\/[a-z]+/)?.[0]
        if (own !== undefined && own !== manifest.name && !isTest(one.file)) used.add(own)
      }
      for (const name of used)
        assert.ok(declared.includes(name), `${workspace} uses ${name} undeclared`)
      for (const name of declared) assert.ok(used.has(name), `${workspace} declares ${name} unused`)
    }
  })

  it('lets no file grow past 500 lines', () => {
    const long = sources
      .filter((file) => text(file).split('\n').length > 500)
      .filter((file) => !isTable(file))
    assert.deepEqual(long, [])
  })

  it('opens every context and workspace part with a paragraph', () => {
    const openings = sources.filter((file) =>
      /^(core|formats|report)\/[^/]+\/index\.ts$/.test(file),
    )
    for (const file of openings) {
      assert.match(text(file), /^\/\/ SPDX[^\n]*\n\/\*\*\n( \*[^\n]*\n)+ \*\/\n/, file)
    }
  })

  it('exports at most fifteen names from a context', () => {
    for (const file of sources.filter((one) => /^core\/[^/]+\/index\.ts$/.test(one))) {
      const names = [...text(file).matchAll(/^export (?:type )?\{([^}]*)\}/gms)]
        .flatMap(([, list]) => (list ?? '').split(','))
        .filter((name) => name.trim() !== '')
      assert.ok(names.length <= 15, `${file} exports ${names.length} names`)
      assert.doesNotMatch(text(file), /export \*/, file)
    }
  })

  it('starts every source with its licence', () => {
    const bare = sources.filter(
      (file) => !/^(#![^\n]*\n)?\/\/ SPDX-License-Identifier: EUPL-1\.2\n/.test(text(file)),
    )
    assert.deepEqual(bare, [])
  })

  it('has no drawer without a label', () => {
    const drawers = files.filter((file) =>
      /(^|\/)(utils?|common|helpers?|services|misc)\/|(utils?|helpers?)\.ts$/.test(file),
    )
    assert.deepEqual(drawers, [])
  })

  it('keeps country codes inside the law packs', () => {
    const broken = sources
      .filter(
        (file) => /^core\//.test(file) && !file.startsWith('core/law/packs/') && !isTest(file),
      )
      .filter((file) => /'(NL|BE|DE)'/.test(text(file)))
    assert.deepEqual(broken, [])
  })

  it('keeps the core free of clock, chance, disk and network', () => {
    const forbidden =
      /\b(Date\.now|new Date\(\)|Math\.random|(?<!\.\/)process\.|fetch\(|setTimeout|async |await |performance\.)/
    const broken = sources
      .filter((file) => /^core\//.test(file) && !isTest(file))
      .filter((file) => forbidden.test(text(file).replace(/^\s*(\/\/|\*|\/\*\*).*$/gm, '')))
    assert.deepEqual(broken, [])
    const nodeImports = imports.filter(
      ({ file, to }) => /^core\//.test(file) && to.startsWith('node:') && !isTest(file),
    )
    assert.deepEqual(nodeImports, [])
  })

  it('asks for a day by the one field that writes it as its reader does', () => {
    const broken = sources
      .filter((file) => file.startsWith('apps/web/') && file !== 'apps/web/parts/date-typed.tsx')
      .filter((file) => /['"](date|datetime-local|month|week)['"]/.test(inputTypes(text(file))))
    assert.deepEqual(broken, [])
  })

  it('holds no address of a registry and no path of a machine', () => {
    const word = ['registry', 'npmjs'].join('.')
    const broken = files
      .filter((file) =>
        /\.(ts|mjs|json|md|yaml|yml|toml|txt|html|css|typ|sh)$|^\.npmrc$|^\.ci\//.test(file),
      )
      .filter(
        (file) => text(file).includes(word) || /\/work\/(main|shared)|\/root\/\w/.test(text(file)),
      )
      .filter((file) => file !== 'scripts/repository.test.ts')
    assert.deepEqual(broken, [])
  })
})

/** What a source says after `type=` or `type:`. */
function inputTypes(source: string): string {
  return [...source.matchAll(/\btype(?:=|:\s*)\{?[^>,}\n]*/g)].map(([said]) => said).join('\n')
}

/** Tables of data are exempt from the size limit: nine lines of ten hold a row. */
function isTable(file: string): boolean {
  const lines = text(file)
    .split('\n')
    .filter((line) => line.trim() !== '')
  const rows = lines.filter((line) =>
    /^\s*(\[.*\],?|\{.*\},?|['"`].*,|[\w'".-]+: .*,|0x[0-9a-f]+.*,|\],?|\},?|\/\/.*)$/i.test(line),
  )
  return rows.length > lines.length * 0.9
}
