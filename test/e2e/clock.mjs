/**
 * A clock for tests that live through weeks: preloaded into the server (`node --import test/e2e/clock.mjs dist/main.js`), it
 * moves `Date` by the milliseconds that stand in the file named by BIHUAN_TEST_CLOCK. The product itself knows nothing of it.
 *
 *     const bihuan = await openBihuan({ clock: true })
 *     bihuan.product.moveClock(new Date('2026-12-07T09:00:00+08:00'))
 *
 * The file is read at each look at the clock, so that a request sent after `moveClock` sees the new time. Only the server
 * process is moved: not its database (the product never asks it for the time), and not the browser, whose own clock
 * Playwright moves (`page.clock.setFixedTime`). Timers wait as long as they would anyway. Sessions end when they have been
 * idle by the moved clock, so people sign in again after a jump. Weeks of reports open as soon as somebody looks at my
 * week or the board; jobs of the worker come by their timetable in real time.
 */
import { readFileSync } from 'node:fs'

const file = process.env.BIHUAN_TEST_CLOCK
const RealDate = Date

function moved() {
  try {
    return Number(readFileSync(file, 'utf8')) || 0
  } catch {
    // Not moved yet.
    return 0
  }
}
const now = () => RealDate.now() + moved()

if (file !== undefined)
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, values, made) => Reflect.construct(target, values.length === 0 ? [now()] : values, made),
    apply: () => new RealDate(now()).toString(),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  })
