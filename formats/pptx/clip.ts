// SPDX-License-Identifier: EUPL-1.2
export type Point = readonly [x: number, y: number]

/** What of a polygon lies inside another that has no dents (Sutherland and Hodgman, 1974). */
export function clipped(subject: readonly Point[], by: readonly Point[]): readonly Point[] {
  const turn = Math.sign(area(by))
  return by.reduce<readonly Point[]>((points, from, at) => {
    const to = by[(at + 1) % by.length] ?? from
    const side = ([x, y]: Point) =>
      turn * ((to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]))
    return points.flatMap((point, n): Point[] => {
      const last = points[(n + points.length - 1) % points.length] ?? point
      const [before, now] = [side(last), side(point)]
      const crosses = before < 0 !== now < 0
      const share = before / (before - now)
      const cut: Point = [
        last[0] + share * (point[0] - last[0]),
        last[1] + share * (point[1] - last[1]),
      ]
      return [...(crosses ? [cut] : []), ...(now < 0 ? [] : [point])]
    })
  }, subject)
}

function area(points: readonly Point[]): number {
  return points.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = points[(at + 1) % points.length] ?? [x, y]
    return sum + x * nextY - nextX * y
  }, 0)
}
