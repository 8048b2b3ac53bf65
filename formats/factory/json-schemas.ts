// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { answers } from './answers.ts'
import { descriptions } from './descriptions.ts'
import { organisation } from './organisation.ts'
import { processes } from './processes.ts'
import { risks } from './risks.ts'
import { zones } from './zones.ts'

const files = {
  organisation: [organisation, 'The company: law, size, sites, the level its board has set.'],
  zones: [
    zones,
    'Zones of the network, what may pass between them, and who may come in from afar.',
  ],
  processes: [
    processes,
    'What the factory does, what an hour without it costs, on what it depends.',
  ],
  risks: [risks, 'What can happen, how often, what it costs, and what can be done about it.'],
  answers: [answers, 'Answers to the requirements with their proof, and the restore tests.'],
} as const

/** Name of the file → JSON Schema (draft 2020-12) of its YAML, for editors. */
export function jsonSchemas(): Readonly<Record<string, object>> {
  const out: Record<string, object> = {}
  for (const [name, [schema, description]] of Object.entries(files)) {
    const made = z.toJSONSchema(schema, {
      io: 'input',
      override: ({ jsonSchema }) => {
        // `at` is the place in the file: readers add it, people never write it.
        delete jsonSchema.properties?.['at']
        if (jsonSchema.required !== undefined) {
          jsonSchema.required = jsonSchema.required.filter((key) => key !== 'at')
          if (jsonSchema.required.length === 0) delete jsonSchema.required
        }
      },
    })
    const { $schema, ...rest } = described(JSON.parse(JSON.stringify(made)))
    out[`${name}.schema.json`] = { $schema, title: `${name}.yaml`, description, ...rest }
  }
  return out
}

interface Node {
  [key: string]: unknown
  properties?: Record<string, Node>
}

/** The same schema with what editors show beside each key. Changes its argument: a copy of ours. */
function described(node: Node): Node {
  for (const [key, value] of Object.entries(node.properties ?? {})) {
    const description = descriptions[key]
    if (description !== undefined) value['description'] = description
  }
  for (const part of Object.values(node)) {
    if (typeof part === 'object' && part !== null) described(part as Node)
  }
  return node
}
