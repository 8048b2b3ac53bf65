// SPDX-License-Identifier: EUPL-1.2
import type { QrCode } from './code.ts'

export interface QrPicture {
  /** Modules on a side with the quiet zone: the view box is a square of so many. */
  readonly side: number
  /** Every dark module, as the data of one path. */
  readonly path: string
}

/** Four light modules all around, which the standard asks for. */
const quiet = 4

/** Runs of dark modules as rectangles of one path: sharp at any size, on screen and on paper. */
export function qrPicture({ size, modules }: QrCode): QrPicture {
  const runs = modules.flatMap((row, at) =>
    [...row.join('').matchAll(/1+/g)].map(
      ({ index, 0: run }) => `M${index + quiet} ${at + quiet}h${run.length}v1h-${run.length}z`,
    ),
  )
  return { side: size + quiet * 2, path: runs.join('') }
}
