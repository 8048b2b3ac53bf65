// SPDX-License-Identifier: EUPL-1.2
import type { FastifyReply } from 'fastify'
import {
  type ProblemCode,
  type ProblemParts,
  problemBody,
  problems,
  problemType,
} from './problems.ts'

/** What a route says: a value with its status, or a refusal. */
export type Answer =
  | {
      readonly status: number
      readonly body?: unknown
      readonly headers?: Readonly<Record<string, string | string[]>>
      /** Of the body when it is no JSON. */
      readonly type?: string
    }
  | { readonly no: ProblemCode; readonly parts?: ProblemParts }

export function no(code: ProblemCode, parts: ProblemParts = {}): Answer {
  return { no: code, parts }
}

/** Seconds after which it makes sense to ask again. */
const retryAfter = '2'

export function send(reply: FastifyReply, answer: Answer): FastifyReply {
  if ('no' in answer) {
    const body = problemBody(answer.no, reply.request.id, answer.parts ?? {})
    if (body.status === 503) reply.header('retry-after', retryAfter)
    if (answer.parts?.waitSeconds !== undefined) {
      reply.header('retry-after', String(answer.parts.waitSeconds))
    }
    if (body.status === 401) reply.header('www-authenticate', 'Bearer')
    return reply
      .code(problems[answer.no][0])
      .header('cache-control', 'no-store')
      .type(problemType)
      .send(JSON.stringify(body))
  }
  reply.code(answer.status).headers({ 'cache-control': 'private, no-cache', ...answer.headers })
  if (answer.body === undefined) return reply.send()
  if (answer.type !== undefined) return reply.type(answer.type).send(answer.body)
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer.body))
}
