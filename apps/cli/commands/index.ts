// SPDX-License-Identifier: EUPL-1.2
/** Commands: what the command line knows, in the order in which help shows them. */
import type { Command } from '../command.ts'
import { backupCommand } from './backup.ts'
import { clockCommand } from './clock.ts'
import { demoCommand } from './demo.ts'
import { dossierCommand } from './dossier.ts'
import { inspectCommand } from './inspect.ts'
import { matchCommand } from './match.ts'
import { nulmetingCommand } from './nulmeting.ts'
import { pathsCommand } from './paths.ts'
import { restoreCommand } from './restore.ts'
import { scopeCommand } from './scope.ts'
import { sensorCommand } from './sensor.ts'
import { serveCommand } from './serve.ts'
import { simulateCommand } from './simulate.ts'
import { verifyCommand } from './verify.ts'

export const commands: readonly Command[] = [
  nulmetingCommand,
  scopeCommand,
  inspectCommand,
  matchCommand,
  clockCommand,
  pathsCommand,
  simulateCommand,
  serveCommand,
  verifyCommand,
  dossierCommand,
  backupCommand,
  restoreCommand,
  sensorCommand,
  demoCommand,
]
