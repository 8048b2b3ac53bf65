// SPDX-License-Identifier: EUPL-1.2

/** Written at once: a system call for every line would take longer than making it. */
const pieceLength = 1 << 16

/**
 * The same text as `JSON.stringify(value, null, 2)` with every element of a list on one line:
 * readable, and never one string of the whole, which could be longer than a string may be.
 */
export function* jsonPieces(value: object): Generator<string> {
  let piece = ''
  for (const text of texts(value)) {
    piece += text
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
  }
  yield piece
}

function* texts(value: object): Generator<string> {
  let separator = '{\n'
  for (const [name, part] of Object.entries(value)) {
    yield `${separator}  ${JSON.stringify(name)}: `
    separator = ',\n'
    if (Array.isArray(part) && part.length > 0) yield* list(part)
    else yield JSON.stringify(part)
  }
  yield '\n}\n'
}

function* list(items: readonly unknown[]): Generator<string> {
  let separator = '[\n'
  for (const item of items) {
    yield `${separator}    ${JSON.stringify(item)}`
    separator = ',\n'
  }
  yield '\n  ]'
}
