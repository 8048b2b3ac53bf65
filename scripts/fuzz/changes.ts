// SPDX-License-Identifier: EUPL-1.2
import type { Dice } from '../../fixtures/frames/index.ts'

export interface Changed {
  readonly file: Uint8Array
  /** Bytes to feed at a time. */
  readonly piece: number
}

type Change = (file: Uint8Array, chance: Dice, all: readonly Uint8Array[]) => Uint8Array

const notable = [0, 1, 2, 4, 7, 8, 0x7f, 0x80, 0xc0, 0xfe, 0xff]
const notableWords = [0, 1, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff]

/** Where a change goes: mostly behind the file header, else no file would be read. */
function place(file: Uint8Array, chance: Dice): number {
  const first = chance.chance(0.03) ? 0 : Math.min(24, file.length - 1)
  return chance.between(first, file.length - 1)
}

const changes: readonly Change[] = [
  function flip(file, chance) {
    const at = place(file, chance)
    file[at] = (file[at] as number) ^ (1 << chance.between(0, 7))
    return file
  },
  function set(file, chance) {
    file[place(file, chance)] = chance.chance(0.5) ? chance.pick(notable) : chance.between(0, 255)
    return file
  },
  function word(file, chance) {
    if (file.length < 4) return file
    const at = Math.min(place(file, chance), file.length - 4)
    const view = new DataView(file.buffer, file.byteOffset)
    const value = chance.chance(0.6) ? chance.pick(notableWords) : chance.word()
    if (chance.chance(0.5)) view.setUint16(at, value & 0xffff, chance.chance(0.5))
    else view.setUint32(at, value, chance.chance(0.5))
    return file
  },
  function nudge(file, chance) {
    const at = place(file, chance)
    file[at] = (file[at] as number) + chance.between(-3, 3)
    return file
  },
  function cut(file, chance) {
    return file.subarray(0, place(file, chance))
  },
  function remove(file, chance) {
    const at = place(file, chance)
    return joined(file.subarray(0, at), file.subarray(at + chance.between(1, 16)))
  },
  function repeat(file, chance) {
    const at = place(file, chance)
    const piece = file.subarray(at, at + chance.between(1, 200))
    return joined(file.subarray(0, at), piece, file.subarray(at))
  },
  function fill(file, chance) {
    const at = place(file, chance)
    file.fill(chance.pick(notable), at, at + chance.between(1, 64))
    return file
  },
  function scatter(file, chance) {
    const at = place(file, chance)
    file.set(chance.bytes(Math.min(chance.between(1, 64), file.length - at)), at)
    return file
  },
  function splice(file, chance, all) {
    const other = chance.pick(all)
    if (other.length === 0) return file
    const from = chance.between(0, other.length - 1)
    const piece = other.subarray(from, from + chance.between(1, 400))
    return joined(file.subarray(0, place(file, chance)), piece, file.subarray(place(file, chance)))
  },
]

/** A function that makes one changed capture from the given chance. */
export function changer(all: readonly Uint8Array[]): (chance: Dice) => Changed {
  return (chance) => {
    let file = chance.pick(all).slice()
    for (let count = chance.between(1, 6); count > 0; count -= 1) {
      if (file.length > 0) file = chance.pick(changes)(file, chance, all).slice()
    }
    const piece = chance.chance(0.7) ? file.length + 1 : chance.between(1, 500)
    return { file, piece }
  }
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  const file = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    file.set(piece, at)
    at += piece.length
  }
  return file
}
