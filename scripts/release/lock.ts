// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Locked {
  readonly version?: string
  readonly integrity?: string
  readonly license?: string
  readonly link?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

/** A package of others that is in a release. */
export interface Package {
  /** Where it lies, from the root: `node_modules/a/node_modules/b`. */
  readonly path: string
  readonly name: string
  readonly version: string
  /** As SPDX has it; undefined when the package does not say. */
  readonly licence: string | undefined
  /** SHA-512 of what was fetched, in hexadecimal. */
  readonly sha512: string | undefined
  /** Paths of the packages that it asks for and that are there. */
  readonly uses: readonly string[]
}

/** What of the lock file was installed into a folder, in the order of its places. */
export function packagesIn(folder: string): readonly Package[] {
  const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, Locked>>
  }
  const isThere = (path: string) => existsSync(join(folder, path, 'package.json'))
  return Object.entries(packages)
    .filter(([path, { link }]) => path.includes('node_modules/') && link !== true && isThere(path))
    .map(([path, locked]) => ({
      path,
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: locked.version ?? '',
      licence: locked.license,
      sha512: hexOf(locked.integrity),
      uses: usedBy(path, locked, (at) => packages[at] !== undefined && isThere(at)),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Looked up as Node does: in the package's own folder first, then in those above. */
function usedBy(path: string, locked: Locked, isThere: (path: string) => boolean): string[] {
  const wanted = {
    ...locked.peerDependencies,
    ...locked.optionalDependencies,
    ...locked.dependencies,
  }
  return Object.keys(wanted)
    .sort()
    .flatMap((name) => {
      for (let above = path; ; ) {
        const at = above === '' ? `node_modules/${name}` : `${above}/node_modules/${name}`
        if (isThere(at)) return [at]
        if (above === '') return []
        above = above.slice(0, Math.max(0, above.lastIndexOf('/node_modules/')))
        if (!above.startsWith('node_modules')) above = ''
      }
    })
}

function hexOf(integrity: string | undefined): string | undefined {
  const [, base64] = /^sha512-(\S+)/.exec(integrity ?? '') ?? []
  return base64 === undefined ? undefined : Buffer.from(base64, 'base64').toString('hex')
}
