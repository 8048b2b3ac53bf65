// SPDX-License-Identifier: EUPL-1.2

const block = 512

/** An archive as `tar` makes one, in the order given. */
export function tarOf(files: readonly (readonly [path: string, content: Uint8Array])[]): Buffer {
  return Buffer.concat([...files.map(([path, content]) => tarFile(path, content)), tarEnd])
}

/** One file of it; a path has at most a hundred bytes. */
export function tarFile(path: string, content: Uint8Array): Buffer {
  const head = Buffer.alloc(block)
  head.write(path, 0, 100, 'utf8')
  head.write('0000644\0', 100)
  head.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124)
  head.write('0', 156)
  head.write('ustar\x0000', 257, 'latin1')
  head.fill(0x20, 148, 156)
  const sum = head.reduce((total, byte) => total + byte, 0)
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  const rest = (block - (content.length % block)) % block
  return Buffer.concat([head, content, Buffer.alloc(rest)])
}

export const tarEnd = Buffer.alloc(2 * block)
