/**
 * Where the files of the database lie: `<data folder>/database` with `cluster/`, `log/` and, when its path is short
 * enough, `run/` for the socket.
 *
 * When root starts Bihuan from a folder closed to others (root's home), the account of the server cannot go there.
 * The files then lie under /var/lib/bihuan and `database` in the data folder is a symbolic link to them.
 */
import { chmodSync, lstatSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { canReach, giveTo, type ServerAccount, serverAccount } from './server-account.ts'
import { StartProblem } from './start-problem.ts'

export type DatabasePlace = { account: ServerAccount; home: string; cluster: string; log: string }

const elsewhere = '/var/lib/bihuan'

/**
 * Finds or makes the folders of the database.
 * @throws StartProblem when the account of the server cannot reach them
 */
export function placeDatabase(dataDir: string): DatabasePlace {
  const entry = join(dataDir, 'database')
  const account = serverAccount(entry)
  if (lstatSync(entry, { throwIfNoEntry: false }) === undefined) {
    if (canReach(account, dataDir)) {
      mkdirSync(entry, { mode: 0o700 })
      giveTo(account, entry)
    } else {
      mkdirSync(elsewhere, { recursive: true, mode: 0o755 })
      const home = mkdtempSync(join(elsewhere, 'data-'))
      giveTo(account, home)
      symlinkSync(home, entry)
    }
  }
  const home = realpathSync(entry)
  if (!canReach(account, home)) {
    throw new StartProblem({
      zh: `数据库账户（uid ${account?.uid ?? process.getuid?.()}）进不了文件夹 ${home}。请对它的每一级上级文件夹执行 chmod o+x，或用 BIHUAN_DATA 另设数据文件夹。`,
      en: `The account of the database (uid ${account?.uid ?? process.getuid?.()}) cannot enter ${home}. Run chmod o+x on each folder above it, or set BIHUAN_DATA to another folder.`,
    })
  }
  const log = join(home, 'log')
  mkdirSync(log, { recursive: true, mode: 0o700 })
  giveTo(account, log)
  return { account, home, cluster: join(home, 'cluster'), log }
}

/** The kernel allows 107 bytes (macOS 103) for the whole path of a socket, `/.s.PGSQL.5432` included. */
const longestSocketFolder = 85
const privatePrefix = '/tmp/bihuan-'

/** A folder for the socket that only the account of the server (and root) can enter. */
export function socketFolder(place: DatabasePlace): string {
  const near = join(place.home, 'run')
  const folder = Buffer.byteLength(near) <= longestSocketFolder ? near : mkdtempSync(privatePrefix)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  giveTo(place.account, folder)
  return folder
}

/** Whether the socket folder was made in /tmp for one run and goes away with it. */
export const isTemporary = (folder: string): boolean => folder.startsWith(privatePrefix)
