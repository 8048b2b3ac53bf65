// SPDX-License-Identifier: EUPL-1.2
// Run after changing dependencies. A registry mirror may lack a platform binary that others have;
// npm then leaves it out of the lock file, and `npm ci` fails where it does exist. This adds those
// entries by name, with the platform that their name says. They carry no digest.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

interface Entry {
  readonly version?: string
  readonly dev?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const file = join(import.meta.dirname, '../package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, object> }
let added = 0
for (const [at, entry] of Object.entries(lock.packages) as [string, Entry][]) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const isPinned = at !== '' && /^\d/.test(version)
    if (!isPinned || lock.packages[`${at}/node_modules/${name}`] !== undefined) continue
    if (lock.packages[`node_modules/${name}`] !== undefined) continue
    const dev = entry.dev === true ? { dev: true } : {}
    lock.packages[`node_modules/${name}`] = { version, ...dev, optional: true, ...platform(name) }
    added += 1
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)),
)
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`complete-lock: ${added} entries added`)

function platform(name: string): object {
  const words = name.split(/[/-]/)
  const os = ['darwin', 'win32', 'android', 'freebsd'].find((word) => words.includes(word))
  const cpu = ['arm64', 'x64', 'ia32', 'ppc64', 's390x', 'riscv64'].find((word) =>
    words.includes(word),
  )
  const libc = words.includes('musl')
    ? { libc: ['musl'] }
    : words.includes('gnu')
      ? { libc: ['glibc'] }
      : {}
  return { os: [os ?? 'linux'], cpu: [cpu ?? 'arm'], ...libc }
}
