// SPDX-License-Identifier: EUPL-1.2

/** A package as any of the forms has it; what is not said is absent. */
export interface SpdxPackage {
  readonly ref: string
  readonly name: string
  readonly version?: string | undefined
  readonly vendor?: string | undefined
  readonly purl?: string | undefined
  readonly cpe?: string | undefined
  readonly licence?: string | undefined
  /** Lower case. */
  readonly sha256?: string | undefined
  readonly purpose?: string | undefined
}

export interface Bill {
  readonly version: string
  readonly namespace?: string | undefined
  readonly created?: string | undefined
  /** Where packages stand, for problems. */
  readonly place: string
  readonly packages: readonly SpdxPackage[]
  readonly relations: readonly {
    readonly from: string
    readonly to: string
    readonly is: 'uses' | 'has'
  }[]
}

/** What is said not to be known, is not. */
export function said(text: string | undefined): string | undefined {
  const plain = text?.trim()
  return plain === undefined || plain === '' || /^(NOASSERTION|NONE)$/.test(plain)
    ? undefined
    : plain
}

/** `Organization: Example (mail)` is the organisation Example. */
export function agent(text: string | undefined): string | undefined {
  return said(
    said(text)
      ?.replace(/^(Organization|Person|Tool):\s*/i, '')
      .replace(/\s*\([^)]*\)\s*$/, ''),
  )
}
