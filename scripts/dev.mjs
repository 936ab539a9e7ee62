/** `npm run dev`: runs the product, and builds and runs it again after each change of its sources. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildIfChanged, entry, install, root } from './set-up.mjs'

if (!(await install())) process.exit(1)

let server = null

async function stop() {
  if (server === null || server.exitCode !== null || server.signalCode !== null) return
  const ended = once(server, 'exit')
  server.kill('SIGTERM')
  await ended
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await stop()
    process.exit(0)
  })
}

const changes = new EventTarget()
for (const folder of ['src', 'migrations']) {
  watch(join(root, folder), { recursive: true }, () => changes.dispatchEvent(new Event('change')))
}

for (;;) {
  const change = once(changes, 'change')
  if (await buildIfChanged()) {
    await stop()
    server = spawn(process.execPath, [entry.path], { cwd: root, stdio: 'inherit' })
  }
  await change
  // Editors write several files at once.
  await sleep(200)
}
