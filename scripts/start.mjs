/**
 * `npm start`: from a bare clone to a running Bihuan with Node and npm alone. Installs and builds what is missing or
 * out of date, then becomes the server: dist/main.js runs in this very process, so that Ctrl-C and the exit code are its own.
 *
 * Imports nothing before the version of Node is known: an old one must get a sentence, not a syntax error.
 */
const needed = [20, 19]
const [major, minor] = process.versions.node.split('.').map(Number)

if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  console.error(
    `闭环需要 Node ${needed.join('.')} 或更新的版本，这里是 ${process.versions.node}。请升级 Node 后再执行 npm start。`,
  )
  console.error(
    `Bihuan needs Node ${needed.join('.')} or later; this is ${process.versions.node}. Update Node, then run npm start again.`,
  )
  process.exit(1)
}

const { install, buildIfChanged, entry } = await import('./set-up.mjs')
if (!(await install()) || !(await buildIfChanged())) process.exit(1)

// The program is dist/main.js from here on; it asks argv[1] whether it was started or only imported.
process.argv[1] = entry.path
await import(entry.url)

// npm hands a signal to the shell that stands between npm and us, and the shell dies of it without telling us.
if (process.env.npm_lifecycle_event === 'start') {
  const shell = process.ppid
  const watching = setInterval(() => {
    if (process.ppid !== shell) process.kill(process.pid, 'SIGTERM')
  }, 200).unref()
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => clearInterval(watching))
}
