// SPDX-License-Identifier: EUPL-1.2
import { writeSync } from 'node:fs'

/** Everything a command may touch of the world around it, so that transcripts can stand in. */
export interface Shell {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly folder: string
  /** Standard output; returns false when nobody reads any more. */
  readonly print: (text: string) => boolean
  /** Standard error. */
  readonly complain: (text: string) => void
  readonly terminal: {
    /** Whether progress can be drawn, on standard error. */
    readonly isInteractive: boolean
    /** Columns of standard output; undefined when it is no terminal. */
    readonly columns: number | undefined
  }
  /** Calls back when the person asks to stop; asking again ends the process. */
  readonly onCancel: (stop: () => void) => void
}

const againMs = 1000

/** The real one. Output is written synchronously: what is printed is out before the exit. */
export function processShell(): Shell {
  return {
    env: process.env,
    folder: process.cwd(),
    print: (text) => writeAll(1, text),
    complain: (text) => {
      writeAll(2, text)
    },
    terminal: {
      isInteractive: process.stderr.isTTY === true,
      columns: process.stdout.isTTY === true ? process.stdout.columns : undefined,
    },
    onCancel: (stop) => {
      let askedMs: number | undefined
      process.on('SIGINT', () => {
        // The launcher passes on what the terminal has sent to both of us already.
        if (askedMs !== undefined && performance.now() - askedMs > againMs) process.exit(130)
        askedMs ??= performance.now()
        stop()
      })
    },
  }
}

const pieceLength = 1 << 16

/** Piece by piece, so that a report larger than a string may be in bytes does not fail. */
function writeAll(descriptor: number, text: string): boolean {
  for (let from = 0; from < text.length; from += pieceLength) {
    // A piece must not end between the halves of a surrogate pair.
    const bytes = Buffer.from(wholePiece(text, from), 'utf8')
    if (!writeBytes(descriptor, bytes)) return false
  }
  return true
}

function wholePiece(text: string, from: number): string {
  let start = from
  let end = from + pieceLength
  if (isLowHalf(text, start)) start += 1
  if (isLowHalf(text, end)) end += 1
  return text.slice(start, end)
}

function isLowHalf(text: string, at: number): boolean {
  const unit = at > 0 && at < text.length ? text.charCodeAt(at) : 0
  return unit >= 0xdc00 && unit <= 0xdfff
}

function writeBytes(descriptor: number, bytes: Uint8Array): boolean {
  let at = 0
  while (at < bytes.length) {
    try {
      at += writeSync(descriptor, bytes, at)
    } catch (fault) {
      const { code } = fault as NodeJS.ErrnoException
      // A pipe set to non-blocking by its other end is full for a moment.
      if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
      else if (code === 'EPIPE') return false
      else throw fault
    }
  }
  return true
}
