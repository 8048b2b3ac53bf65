// SPDX-License-Identifier: EUPL-1.2

export interface Purl {
  /** Type, namespace and name: what tells a package from others. */
  readonly base: string
  /** The last part of the name. */
  readonly name: string
  readonly version: string
}

/** Undefined for what is no package URL. Qualifiers and subpath do not tell packages apart here. */
export function purlOf(text: string): Purl | undefined {
  const found = /^pkg:\/{0,2}([a-z0-9.+-]+)\/([^?#]+)/i.exec(text.slice(0, 1_000))
  if (found === null) return undefined
  const [path = '', ...rest] = (found[2] ?? '').split(/@(?=[^/]*$)/)
  const parts = path.split('/').filter((part) => part !== '')
  const name = decoded(parts.at(-1) ?? '')
  if (name === '') return undefined
  const base = `${found[1]}/${parts.map(decoded).join('/')}`.toLowerCase()
  return { base, name, version: decoded(rest.join('@')) }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
