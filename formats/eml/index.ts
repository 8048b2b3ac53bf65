// SPDX-License-Identifier: EUPL-1.2
/**
 * Mail as a file (RFC 5322, MIME): what it says, where its links lead, what came with it. Read without
 * opening anything, within bounds of ours, whatever its sender made of it.
 */
export type { Link } from './html.ts'
export { type MailOddity, mailLimits } from './limits.ts'
export { isMail, type Mail, type MailAttachment, readMail } from './mail.ts'
