// SPDX-License-Identifier: EUPL-1.2
import { hash, verify } from '@node-rs/argon2'
import { hashesAtOnce, shortestPassword } from './limits.ts'

/** Waits for a place: a burst of guesses must not take all memory and threads. */
class Places {
  #free: number
  readonly #waiting: (() => void)[] = []

  constructor(count: number) {
    this.#free = count
  }

  async with<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    else this.#free -= 1
    try {
      return await work()
    } finally {
      const next = this.#waiting.shift()
      if (next === undefined) this.#free += 1
      else next()
    }
  }
}

const places = new Places(hashesAtOnce)

/** Argon2id as the library has it by default (19 MiB, two passes), with a key beside the salt. */
export function hashPassword(password: string, pepper: Uint8Array): Promise<string> {
  return places.with(() => hash(normal(password), { secret: pepper }))
}

let nobodys: Promise<string> | undefined

/** Without a hash it takes as long and says no. */
export async function isPassword(
  password: string,
  kept: string | null | undefined,
  pepper: Uint8Array,
): Promise<boolean> {
  nobodys ??= hashPassword('the password of nobody at all', pepper)
  const hashed = kept ?? (await nobodys)
  const isRight = await places.with(() => verify(hashed, normal(password), { secret: pepper }))
  return isRight && kept !== null && kept !== undefined
}

function normal(password: string): string {
  return password.normalize('NFKC')
}

export type PasswordFault = 'too-short' | 'too-plain' | 'names-you'

/** Length is what counts; only what everybody would try first is refused besides. */
export function passwordFault(password: string, email: string): PasswordFault | undefined {
  const text = normal(password).toLowerCase()
  if ([...text].length < shortestPassword) return 'too-short'
  const [local = ''] = email.split('@')
  if (text.includes(email) || (local.length > 3 && text.replaceAll(local, '').length < 8)) {
    return 'names-you'
  }
  if (
    new Set(text).size < 5 ||
    isRun(text) ||
    /^(schouw|wachtwoord|password|welkom)\W*\d*\W*$/.test(text)
  ) {
    return 'too-plain'
  }
  return undefined
}

/** `abcdefghijkl`, `123456789012`. */
function isRun(text: string): boolean {
  const codes = [...text].map((one) => one.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, at) => code - (codes[at] ?? 0))
  return (
    steps.filter((step) => step === 1 || step === -1 || step === -9).length > steps.length * 0.8
  )
}
