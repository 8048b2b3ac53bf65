// SPDX-License-Identifier: EUPL-1.2
// A thousand reports a second at one meldpunt, from addresses all over, in a process of its own: who
// measures the room meanwhile waits for the server, not for the flood.
const [url = '', token = '', seconds = '10'] = process.argv.slice(2)
const perSecond = 1_000
/** Of those that wait for an answer; a flood is not held up by more. */
const mostUnderWay = 400

let [answered, taken, n] = [0, 0, 0]
const under = new Set<Promise<void>>()
const began = performance.now()
const passed = () => (performance.now() - began) / 1_000
const tick = setInterval(() => {
  for (; n < passed() * perSecond && under.size < mostUnderWay; n += 1) {
    const posted = post(n).finally(() => under.delete(posted))
    under.add(posted)
  }
}, 10)

async function post(at: number): Promise<void> {
  try {
    const came = await fetch(`${url}/api/v1/report-point/reports`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-forwarded-for': `10.${at % 200}.${at % 251}.${at % 241}`,
      },
      body: JSON.stringify({ token, what: `flood ${at}` }),
    })
    await came.arrayBuffer()
    answered += 1
    if (came.status === 201) taken += 1
  } catch {
    // Refused at the door: not answered.
  }
}

async function end(): Promise<void> {
  clearInterval(tick)
  const figures = { perSecond: answered / passed(), taken: 0 }
  await Promise.all(under)
  console.log(JSON.stringify({ ...figures, taken }))
}

setTimeout(() => void end(), Number(seconds) * 1_000)
