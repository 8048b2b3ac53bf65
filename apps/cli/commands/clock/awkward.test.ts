// SPDX-License-Identifier: EUPL-1.2
// The terms in docs/awkward-clocks.md against what the command answers for the file the note names.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'node:test'

const home = join(import.meta.dirname, '../../../..')
/** Where the ten cases of the note stand in the file, which holds four more. */
const places = [0, 1, 2, 3, 4, 5, 6, 7, 8, 12]

interface Report {
  readonly regime: string
  readonly stage: string
  readonly due_at: string | null
  readonly strict_due_at?: string
  readonly status: string
}

it('gives for the ten awkward cases the terms that the note tells, and no other', () => {
  const note = readFileSync(join(home, 'docs/awkward-clocks.md'), 'utf8')
  const [, asked = ''] = /`schouw (clock [^`]+)`/.exec(note.replaceAll('\n', ' ')) ?? []
  const args = ['--disable-warning=ExperimentalWarning', 'apps/cli/main.ts', ...asked.split(' ')]
  const ran = spawnSync(process.execPath, args, { cwd: home, encoding: 'utf8' })
  assert.equal(ran.status, 0, ran.stderr)
  const { incidents } = JSON.parse(ran.stdout) as { incidents: { reports: Report[] }[] }
  const given = places.flatMap((place, at) =>
    (incidents[place]?.reports ?? []).flatMap(
      ({ regime, stage, due_at, strict_due_at, status }) => {
        if (due_at === null || status === 'without_delay') return []
        const strictly = strict_due_at === due_at ? '' : minute(strict_due_at ?? due_at)
        return [[String(at + 1), `${regime} ${stage}`, minute(due_at), strictly, status]]
      },
    ),
  )
  const told = note
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => cells.length === 7 && /^\d+$/.test(cells[1] ?? ''))
    .map((cells) => cells.slice(1, 6))
  assert.ok(told.length >= places.length)
  assert.deepEqual(given, told)
})

/** `2026-10-26 02:30 +01:00` */
function minute(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} ${instant.slice(19)}`
}
