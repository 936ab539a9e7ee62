/**
 * Under whose name PostgreSQL runs. It refuses to run as root, so root lends it an account without rights:
 * `postgres` where it exists, else `nobody`. Everybody else runs it as himself.
 */
import { spawnSync } from 'node:child_process'
import { chownSync, readFileSync, statSync } from 'node:fs'
import { StartProblem } from './start-problem.ts'

/** `uid` and `gid` to start PostgreSQL with; null means: as the account that runs Bihuan. */
export type ServerAccount = { uid: number; gid: number } | null

const preferred = ['postgres', 'nobody']

/**
 * The account for this data: the one its files already belong to, else the preferred one.
 * @param folder where the database lies; it need not exist yet
 * @throws StartProblem when the files belong to somebody else, or root finds no account to lend
 */
export function serverAccount(folder: string): ServerAccount {
  const own = process.getuid?.() ?? 0
  const stats = statSync(folder, { throwIfNoEntry: false })
  if (own !== 0) {
    if (stats !== undefined && stats.uid !== own) {
      throw new StartProblem({
        zh: `数据库文件属于另一个系统账户（uid ${stats.uid}）：${folder}。请用当初启动它的账户（或 root）启动。`,
        en: `The database files belong to another system account (uid ${stats.uid}): ${folder}. Start as that account, or as root.`,
      })
    }
    return null
  }
  if (stats !== undefined && stats.uid !== 0) return { uid: stats.uid, gid: stats.gid }
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const name of preferred) {
    const account = accounts.find((fields) => fields[0] === name)
    // macOS writes nobody as -2: ids are unsigned 32-bit numbers.
    if (account !== undefined) return { uid: Number(account[2]) >>> 0, gid: Number(account[3]) >>> 0 }
  }
  throw new StartProblem({
    zh: 'PostgreSQL 不能以 root 身份运行，而系统里没有 postgres 或 nobody 账户。请换普通账户启动。',
    en: 'PostgreSQL does not run as root, and this system has no postgres or nobody account. Start as an ordinary user.',
  })
}

/** Gives a file or folder to the account. */
export function giveTo(account: ServerAccount, path: string): void {
  if (account !== null) chownSync(path, account.uid, account.gid)
}

/** Whether the account can reach and enter (folder) or run (file) the path. Asked of the system: ACLs count as well. */
export function canReach(account: ServerAccount, path: string): boolean {
  return (
    spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
  )
}
