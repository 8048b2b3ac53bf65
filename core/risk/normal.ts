// SPDX-License-Identifier: EUPL-1.2
import { exp, powers, roots } from './exponential.ts'
import type { Stream } from './stream.ts'

/*
 * Standard normal by the ziggurat of Marsaglia and Tsang (2000) with 256 layers. Of each 32 bits the
 * low 8 choose the layer and the upper 24 the place in it: different bits, so that layer and place
 * do not depend on each other (Doornik 2005).
 */
const layers = 256
const edge = 3.6541528853610088
const area = 0.00492867323399
const places = 8388608

const within = new Int32Array(layers)
const width = new Float64Array(layers)
const height = new Float64Array(layers)

function fillTables(): void {
  let x = edge
  let previous = edge
  const base = area / exp((-x * x) / 2)
  within[0] = (x / base) * places
  within[1] = 0
  width[0] = base / places
  width[layers - 1] = x / places
  height[0] = 1
  height[layers - 1] = exp((-x * x) / 2)
  for (let i = layers - 2; i >= 1; i -= 1) {
    x = Math.sqrt(-2 * Math.log(area / previous + exp((-previous * previous) / 2)))
    within[i + 1] = (x / previous) * places
    previous = x
    height[i] = exp((-x * x) / 2)
    width[i] = x / places
  }
}
fillTables()

export function normal(stream: Stream): number {
  const bits = stream.next()
  const layer = bits & 255
  const place = bits >> 8
  const size = place < 0 ? -place : place
  return size < within[layer] ? place * width[layer] : outside(stream, layer, place)
}

/** The one draw in eighty that falls beside its layer's box. */
function outside(stream: Stream, firstLayer: number, firstPlace: number): number {
  let layer = firstLayer
  let place = firstPlace
  for (;;) {
    if (layer === 0) {
      for (;;) {
        const x = -Math.log(stream.uniform()) / edge
        const y = -Math.log(stream.uniform())
        if (y + y > x * x) return place > 0 ? edge + x : -edge - x
      }
    }
    const x = place * width[layer]
    const top = height[layer - 1]
    const foot = height[layer]
    if (foot + stream.uniform() * (top - foot) < exp((-x * x) / 2)) return x
    const bits = stream.next()
    layer = bits & 255
    place = bits >> 8
    if ((place < 0 ? -place : place) < within[layer]) return place * width[layer]
  }
}

/**
 * `count` log-normal values. The generator, the ziggurat's first try and the exponential are written
 * out: calls for each would double the time of the whole simulation.
 */
export function fillLognormal(
  stream: Stream,
  into: Float64Array,
  count: number,
  { mu, sigma }: { readonly mu: number; readonly sigma: number },
): void {
  const perPart = 369.32993046757463
  let { a, b, c, d } = stream
  for (let i = 0; i < count; i += 1) {
    const scrambled = Math.imul(b, 5)
    const bits = Math.imul((scrambled << 7) | (scrambled >>> 25), 9)
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)
    const layer = bits & 255
    const place = bits >> 8
    // Not by a question: the sign cannot be guessed.
    const sign = place >> 31
    const size = (place ^ sign) - sign
    let z = place * width[layer]
    if (size >= within[layer]) {
      stream.a = a
      stream.b = b
      stream.c = c
      stream.d = d
      z = outside(stream, layer, place)
      a = stream.a
      b = stream.b
      c = stream.c
      d = stream.d
    }
    const x = mu + sigma * z
    if (x > -700 && x < 700) {
      const scaled = x * perPart
      const n = (scaled + (scaled < 0 ? -0.5 : 0.5)) | 0
      const r = x - n * 0.002707606166950427 - n * 7.111859369156821e-12
      const tail = r * (1 + r * (0.5 + r * (0.16666666666666666 + r * 0.041666666666666664)))
      const root = roots[n & 255]
      into[i] = (root + root * tail) * powers[(n >> 8) + 1022]
    } else into[i] = exp(x)
  }
  stream.a = a
  stream.b = b
  stream.c = c
  stream.d = d
}
