// SPDX-License-Identifier: EUPL-1.2
import { nearestWord } from '@schouw/formats/problem'
// Options of commands: declared once, used for reading, for help and for "did you mean".

/** The person asked for something that cannot be done; one clear line, exit 2. */
export class UsageError extends Error {
  readonly code = 'usage'
}

export interface OptionShape {
  /** Without the dashes. */
  readonly name: string
  /** Word for the value in help; a flag has none. */
  readonly value?: string
  /** May be given several times. */
  readonly isRepeatable?: boolean
  readonly help: Readonly<Record<'en' | 'nl', string>>
}

export interface Arguments {
  readonly operands: readonly string[]
  readonly flags: ReadonlySet<string>
  readonly values: ReadonlyMap<string, readonly string[]>
}

/** `--name value`, `--name=value`, `--flag`, operands; `--` ends the options. */
export function readArguments(words: readonly string[], shapes: readonly OptionShape[]): Arguments {
  const operands: string[] = []
  const flags = new Set<string>()
  const values = new Map<string, string[]>()
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? ''
    if (word === '--') {
      operands.push(...words.slice(index + 1))
      break
    }
    if (!word.startsWith('-') || word === '-') {
      operands.push(word)
      continue
    }
    const [name = '', given] = splitOption(word)
    const shape = shapes.find((one) => one.name === name)
    if (shape === undefined) throw unknownOption(word, shapes)
    if (shape.value === undefined) {
      if (given !== undefined) throw new UsageError(`--${name} takes no value`)
      flags.add(name)
      continue
    }
    const value = given ?? words[index + 1]
    if (value === undefined || (given === undefined && value.startsWith('--'))) {
      throw new UsageError(`--${name} needs a value: --${name} ${shape.value}`)
    }
    if (given === undefined) index += 1
    const known = values.get(name)
    if (known === undefined) values.set(name, [value])
    else if (shape.isRepeatable === true) known.push(value)
    else throw new UsageError(`--${name} is given twice`)
  }
  return { operands, flags, values }
}

/** The last resort before "unknown": what the person probably meant, when it is close. */
export function didYouMean(word: string, known: readonly string[]): string {
  const meant = nearestWord(word, known)
  return meant === undefined ? '' : `; did you mean ${meant}?`
}

function unknownOption(word: string, shapes: readonly OptionShape[]): UsageError {
  const known = shapes.map(({ name }) => `--${name}`)
  const [name = ''] = word.split('=')
  return new UsageError(`unknown option ${name}${didYouMean(name, known)}`)
}

function splitOption(word: string): [string, string | undefined] {
  const text = word.replace(/^-{1,2}/, '')
  const at = text.indexOf('=')
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}
