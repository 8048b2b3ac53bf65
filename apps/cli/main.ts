// SPDX-License-Identifier: EUPL-1.2
// The front door: `schouw COMMAND …`. Reads the process, hands it to the command line, exits.
import { runCommandLine } from './command-line.ts'
import { processShell } from './terminal/shell.ts'

process.exitCode = await runCommandLine(process.argv.slice(2), processShell())
