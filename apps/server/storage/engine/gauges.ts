// SPDX-License-Identifier: EUPL-1.2

/** Shared with the thread of the embedded database: what tests and metrics want to know of it. */
export interface Gauges {
  /** Files forced to the disk since the start. */
  fsyncs(): number
  /** Lets every write fail as a full disk does; only tests do so. */
  setDiskFull(isFull: boolean): void
}

const cells = { fsyncs: 0, diskFull: 1 } as const

export function newCells(): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(8))
}

export function gaugesOf(shared: Int32Array): Gauges {
  return {
    fsyncs: () => Atomics.load(shared, cells.fsyncs),
    setDiskFull: (isFull) => {
      Atomics.store(shared, cells.diskFull, isFull ? 1 : 0)
    },
  }
}

export function countFsync(shared: Int32Array): void {
  Atomics.add(shared, cells.fsyncs, 1)
}

export function isDiskFull(shared: Int32Array): boolean {
  return Atomics.load(shared, cells.diskFull) === 1
}
