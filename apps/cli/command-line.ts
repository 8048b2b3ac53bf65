// SPDX-License-Identifier: EUPL-1.2
// From words to an exit code. The only place where a fault is caught and becomes a line.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Command, exitCode } from './command.ts'
import { commands } from './commands/index.ts'
import { commandHelp, generalHelp, sharedOptions } from './help.ts'
import { languageOf } from './language.ts'
import type { Shell } from './terminal/shell.ts'
import { didYouMean, readArguments, UsageError } from './usage.ts'

export async function runCommandLine(words: readonly string[], shell: Shell): Promise<number> {
  try {
    return await dispatch(words, shell)
  } catch (fault) {
    if (fault instanceof UsageError) {
      shell.complain(`schouw: ${fault.message}\n`)
      return exitCode.refused
    }
    const text = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
    shell.complain(`schouw: ${text}\n`)
    return exitCode.fault
  }
}

async function dispatch(words: readonly string[], shell: Shell): Promise<number> {
  const [name, ...rest] = words
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    return help(rest, shell)
  }
  if (name === '--version' || name === '-v') {
    shell.print(`${version()}\n`)
    return exitCode.done
  }
  const command = commandNamed(name)
  const given = readArguments(rest.map(longForm), [...command.options, ...sharedOptions])
  const language = languageOf(given.values.get('lang')?.[0], shell.env)
  if (given.flags.has('help')) {
    shell.print(commandHelp(command, language))
    return exitCode.done
  }
  const { run } = await command.load()
  return run({ arguments: given, language, shell })
}

function help(words: readonly string[], shell: Shell): number {
  const given = readArguments(words, sharedOptions)
  const language = languageOf(given.values.get('lang')?.[0], shell.env)
  const [about] = given.operands
  const text =
    about === undefined
      ? generalHelp(commands, language)
      : commandHelp(commandNamed(about), language)
  shell.print(text)
  return exitCode.done
}

function commandNamed(name: string): Command {
  const found = commands.find((command) => command.name === name)
  if (found !== undefined) return found
  const known = commands.map((command) => command.name)
  const what = name.startsWith('-') ? 'option' : 'command'
  const rest = didYouMean(name, what === 'option' ? ['--help', '--version'] : known)
  throw new UsageError(`unknown ${what} ${name}${rest || '; schouw --help lists them'}`)
}

function longForm(word: string): string {
  return word === '-h' ? '--help' : word
}

function version(): string {
  const file = join(import.meta.dirname, 'package.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { version: string }
  return manifest.version
}
