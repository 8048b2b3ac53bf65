// SPDX-License-Identifier: EUPL-1.2
import type * as z from 'zod'
import type { MediaBody, Route } from './route.ts'
import type { demoRoutes } from './routes/demo.ts'
import type { routes } from './routes/index.ts'

type Declared = typeof routes & typeof demoRoutes

type ByCall = {
  [Name in keyof Declared as `${Declared[Name]['method']} ${Declared[Name]['path']}`]: Declared[Name]
}

/** Method and path of a route that belongs to no register: `POST /api/v1/setup`. */
export type CallName = keyof ByCall & `${Route['method']} /api/v1/${string}`

type Said<Shape> = Shape extends z.ZodType
  ? z.output<Shape>
  : Shape extends MediaBody
    ? Blob
    : undefined
type Told<Shape> = Shape extends z.ZodType
  ? z.input<Shape>
  : Shape extends MediaBody
    ? Blob | ArrayBuffer
    : never

type Part<Name extends CallName, Key extends string> = ByCall[Name] extends {
  readonly [K in Key]: infer Shape
}
  ? Shape
  : undefined

export type AnswerOf<Name extends CallName> = Said<Part<Name, 'answer'>>
export type BodyOf<Name extends CallName> = Told<Part<Name, 'body'>>
export type QueryOf<Name extends CallName> = Told<Part<Name, 'query'>>
