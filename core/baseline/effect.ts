// SPDX-License-Identifier: EUPL-1.2

/** What an operation does to the device that receives it, as `inspect` publishes it. */
export type Effect =
  | 'read'
  | 'write'
  | 'force'
  | 'start'
  | 'stop'
  | 'restart'
  | 'download'
  | 'upload'
  | 'configure'
  | 'firmware'
  | 'authenticate'
  | 'other'
