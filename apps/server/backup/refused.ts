// SPDX-License-Identifier: EUPL-1.2

/** Why nothing was backed up or put back. The facts say where; the words are the command's. */
export type BackupRefusal =
  /** There is no instance in the folder. */
  | 'nothing-there'
  | 'out-is-there'
  /** A server has the folder, and does not answer at its door. */
  | 'server-silent'
  | 'folder-not-empty'
  | 'database-not-empty'
  | 'database-newer'
  | 'backup-missing'
  | 'backup-unknown'
  /** With the `place`. */
  | 'backup-damaged'
  /** Made by a program that knows more migrations, or other ones. */
  | 'backup-newer'
  | 'passphrase-missing'
  | 'passphrase-short'
  | 'passphrase-wrong'
  | 'secret-missing'
  | 'secret-other'
  /** Older than what was signed: with `origin`, `size` and what was `signed`. */
  | 'backup-older'
  /** Another history than what was signed. */
  | 'backup-forked'
  /** The log in it does not hold together: with the first `finding`. */
  | 'log-damaged'

export class BackupRefused extends Error {
  readonly refusal: BackupRefusal
  readonly facts: Readonly<Record<string, string | number>>

  constructor(refusal: BackupRefusal, facts: Readonly<Record<string, string | number>> = {}) {
    super(refusal)
    this.name = 'BackupRefused'
    this.refusal = refusal
    this.facts = facts
  }
}
