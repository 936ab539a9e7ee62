/**
 * What the operating system says about a process. A pid alone proves nothing: after a restart of the machine (or of a
 * container, where pids are low) another program may have it. The moment of its start tells the two apart.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

export type RunningProcess = {
  /** Opaque: equal for one process, different for two that had the same pid. */
  startedAt: string
  /** Command line, words separated by blanks. */
  command: string
}

/** The process with this pid, or null when there is none (a zombie counts as none). */
export function findProcess(pid: number): RunningProcess | null {
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid)
}

/**
 * Whether the process exists and is not a zombie, cheap enough to ask often. In a container whose first process does
 * not collect its dead, a zombie stays for ever, and the kernel says of it that it can be signalled.
 */
export function isAlive(pid: number): boolean {
  if (process.platform === 'linux') return findProcess(pid) !== null
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function fromProc(pid: number): RunningProcess | null {
  try {
    // The name in brackets may hold blanks and brackets itself: fields are counted from the last bracket.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return null
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
    return { startedAt: `${boot} ${fields[19]}`, command }
  } catch {
    return null
  }
}

function fromPs(pid: number): RunningProcess | null {
  try {
    const env = { ...process.env, LC_ALL: 'C' }
    const line = execFileSync('ps', ['-o', 'stat=,lstart=,command=', '-p', String(pid)], { encoding: 'utf8', env })
    const match = /^\s*(\S+)\s+(\S+\s+\S+\s+\S+\s+\S+\s+\S+)\s+(.*)$/.exec(line.trimEnd())
    if (match === null || match[1]?.startsWith('Z')) return null
    return { startedAt: match[2] ?? '', command: match[3] ?? '' }
  } catch {
    return null
  }
}
