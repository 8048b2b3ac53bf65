// SPDX-License-Identifier: EUPL-1.2
import type { AnswerOption } from '../questions/index.ts'

/** How customers write what can be chosen, the likeliest first: whole texts, then how they begin. */
const spellings: Readonly<Record<AnswerOption, readonly RegExp[]>> = {
  yes: [
    /^(yes|ja|y|j)$/,
    /^(yes|ja)\b(?!.*\b(partly|partial|deels|gedeeltelijk|maar|but)\b)/,
    /^(fully|volledig|geheel|implemented|ge[iï]mplementeerd|compliant|conform|voldoet|met)\b(?!.*\b(niet|not)\b)/,
  ],
  partly: [
    /^(partly|partially|partial|deels|gedeeltelijk|ten dele)\b/,
    /\b(partly|partial\w*|deels|gedeeltelijk)\b/,
  ],
  no: [
    /^(no|nee|n|neen)$/,
    /^(no|nee|neen)\b/,
    /^(not|niet)\b(?!.*\b(applicable|toepassing)\b)/,
    /^non.?compliant/,
  ],
  not_applicable: [
    /^(n\/?a|n\.a\.|nvt|n\.v\.t\.?)$/,
    /^(not applicable|does not apply|niet van toepassing)/,
  ],
}

/**
 * What a customer's own list calls this answer; undefined when nothing in it says the same. Nothing
 * else is chosen instead: "no" for want of "partly" would be another answer.
 */
export function choiceAmong(answer: AnswerOption, options: readonly string[]): string | undefined {
  for (const spelling of spellings[answer]) {
    const found = options.find((one) => spelling.test(one.trim().toLowerCase()))
    if (found !== undefined) return found
  }
  return undefined
}
