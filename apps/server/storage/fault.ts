// SPDX-License-Identifier: EUPL-1.2

/** What kept storage from doing what was asked; thrown, for nothing in the domain is wrong. */
export type StorageFaultCode =
  /** Database away, restarting or shutting down. Nothing that was acknowledged is lost. */
  | 'storage-unavailable'
  | 'storage-full'
  /** Another process has the data folder. */
  | 'storage-locked'
  /** The database was written by a newer program, or its migrations were edited. */
  | 'storage-version'
  /** The right to make roles or tables is missing, or the database is not one of ours. */
  | 'storage-setup'
  /** A transaction inside another one, which one connection could only wait for, forever. */
  | 'storage-nested'
  /** A statement without a transaction, and so without a tenant. */
  | 'storage-outside'
  /** A log that does not continue what was signed before. */
  | 'ledger-refused'

export class StorageFault extends Error {
  readonly code: StorageFaultCode

  constructor(code: StorageFaultCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'StorageFault'
    this.code = code
  }
}

// PostgreSQL, appendix A: class 08 connections, 53 resources, 57P administrator, 58 system.
const away = /^(08|57P0[1-5]$|53300$|58)/
const full = /^(53100|53200)$/
const network =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|EAI_AGAIN|ENOENT)$/

/** The fault behind an error of the engine, or the error itself when it is a bug of ours. */
export function faultOf(error: unknown): unknown {
  if (error instanceof StorageFault || !(error instanceof Error)) return error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (full.test(code) || code === 'ENOSPC' || /no space left on device/i.test(error.message)) {
    return new StorageFault('storage-full', 'the disk of the database is full', error)
  }
  if (away.test(code) || network.test(code) || isBroken(error.message)) {
    return new StorageFault('storage-unavailable', 'the database is not reachable', error)
  }
  return error
}

/** The driver gives no code for a connection that ends under a query. */
function isBroken(message: string): boolean {
  return /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect|timeout expired)/.test(
    message,
  )
}

/** SQLSTATE of an error of the engine; undefined for any other error. */
export function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code) ? error.code : undefined
}
