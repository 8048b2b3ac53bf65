// SPDX-License-Identifier: EUPL-1.2
import type { Command } from './command.ts'
import type { Language } from './language.ts'
import type { OptionShape } from './usage.ts'

/** Options that every command has. */
export const sharedOptions: readonly OptionShape[] = [
  {
    name: 'lang',
    value: 'nl|en',
    help: {
      en: 'language of the output; by default that of your system',
      nl: 'taal van de uitvoer; standaard die van uw systeem',
    },
  },
  { name: 'help', help: { en: 'this text', nl: 'deze tekst' } },
]

const words = {
  en: {
    opening: 'Schouw shows where a factory stands under NIS2, and proves it.',
    usage: 'Usage: schouw COMMAND [OPTIONS]',
    commands: 'Commands',
    options: 'Options',
    examples: 'Examples',
    more: 'schouw COMMAND --help explains one command. schouw --version prints the version.',
    exits:
      'Exits with 0 when done, 1 when it found what --fail-on names, 2 on bad input, 3 on a fault.',
  },
  nl: {
    opening:
      'Schouw laat zien waar een fabriek staat onder de Cyberbeveiligingswet, en bewijst het.',
    usage: 'Gebruik: schouw OPDRACHT [OPTIES]',
    commands: 'Opdrachten',
    options: 'Opties',
    examples: 'Voorbeelden',
    more: 'schouw OPDRACHT --help legt één opdracht uit. schouw --version geeft de versie.',
    exits:
      'Eindigt met 0 als het klaar is, 1 als gevonden is wat --fail-on noemt, 2 bij verkeerde invoer, 3 bij een fout.',
  },
} as const

export function generalHelp(commands: readonly Command[], language: Language): string {
  const say = words[language]
  const rows = commands.map(
    ({ name, operands, summary }) => [`${name} ${operands}`.trim(), summary[language]] as const,
  )
  return `${[say.opening, '', say.usage, '', `${say.commands}:`, ...aligned(rows), '', say.more].join('\n')}\n`
}

export function commandHelp(command: Command, language: Language): string {
  const say = words[language]
  const rows = [...command.options, ...sharedOptions].map((option) => [
    `--${option.name}${option.value === undefined ? '' : ` ${option.value}`}`,
    option.help[language],
  ])
  const lines = [
    `schouw ${command.name} ${command.operands}`.trim(),
    `  ${command.summary[language]}`,
    '',
    `${say.options}:`,
    ...aligned(rows as [string, string][]),
  ]
  if (command.examples !== undefined) {
    lines.push('', `${say.examples}:`, ...command.examples.map((text) => `  schouw ${text}`))
  }
  return `${[...lines, '', say.exits].join('\n')}\n`
}

function aligned(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}
