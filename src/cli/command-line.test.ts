/** The command line as people meet it: the built program as a child process. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noticeSchema } from '../core/notice/notice.ts'
import { diagnosticsDocumentSchema } from './diagnostics-document.ts'
import { jsonSchemaText } from './run-schema.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const built = join(root, '.cache/command-line')
const folder = mkdtempSync(join(tmpdir(), 'bihuan 命令行-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const faulty = [
  '云岭区水务局关于巡察整改进展情况的通报',
  '一、整改情况',
  '1.强化学习。二是开展培训2次。三是制定《云岭区河道巡查办法》。',
]
writeFileSync(join(folder, '通报.txt'), faulty.join('\n'))

beforeAll(async () => {
  mkdirSync(built, { recursive: true })
  copyFileSync(join(root, 'package.json'), join(built, 'package.json'))
  await build({
    absWorkingDir: root,
    entryPoints: { cli: 'src/cli/main.ts', 'document-worker': 'src/adapters/documents/document-worker.ts' },
    outdir: join(built, 'dist'),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    chunkNames: 'chunks/[name]-[hash]',
    banner: { js: "import { createRequire as __r } from 'node:module'; const require = __r(import.meta.url);" },
    // The server has tests of its own.
    external: ['../main.ts'],
    logLevel: 'error',
  })
}, 60_000)

type Options = { input?: string | Uint8Array; environment?: Record<string, string> }
function bihuan(args: string[], { input = '', environment = {} }: Options = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(built, 'dist/cli.js'), ...args], {
    cwd: folder,
    input,
    env: { PATH: process.env.PATH, ...environment },
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

describe('bihuan parse', () => {
  it('prints the notice as JSON that its schema accepts', () => {
    const { status, stdout } = bihuan(['parse', '通报.txt', '--json'])
    const notice = noticeSchema.parse(JSON.parse(stdout))
    expect(status).toBe(0)
    expect(notice.schema).toBe('bihuan.notice/1')
    expect(notice.findings.map((finding) => finding.measures.length)).toEqual([2])
  })

  it('prints an outline to read, in the language asked for', () => {
    expect(bihuan(['parse', '通报.txt']).stdout).toContain(faulty[0])
    expect(bihuan(['parse', '通报.txt', '--lang', 'en']).stdout).toMatch(/1 finding/)
  })

  it('reads standard input, and Word files in the worker', () => {
    const docx = readFileSync(join(root, 'fixtures/documents/notice.docx'))
    const { stdout } = bihuan(['parse', '-', '--json'], { input: docx })
    expect(noticeSchema.parse(JSON.parse(stdout)).title).toBe('中共云岭区水务局党组关于巡察整改进展情况的通报')
  })
})

describe('bihuan check', () => {
  it('prints a line per diagnostic and a summary, and ends with 1', () => {
    const { status, stdout } = bihuan(['check', '通报.txt'])
    const lines = stdout.trimEnd().split('\n')
    expect(status).toBe(1)
    expect(lines).toContainEqual(
      expect.stringMatching(/^通报\.txt:3:\d+ (error|warning|hint) number\/first-ordinal \S/),
    )
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^( {4})?通报\.txt:\d+:\d+ \S/)
    expect(lines.at(-1)).toMatch(/^共 \d+ 处：/)
  })

  it('is silent but for one sentence on a clean notice, and ends with 0', () => {
    const clean = join(root, 'fixtures/notices/proofread/clean.txt')
    expect(bihuan(['check', clean])).toEqual({ status: 0, stdout: '没有核稿意见。\n', stderr: '' })
    expect(bihuan(['check', clean, '--lang=en']).stdout).toBe('No diagnostics.\n')
  })

  it('prints the same as JSON', () => {
    const { status, stdout } = bihuan(['check', '通报.txt', '--json', '--lang', 'en'])
    const document = diagnosticsDocumentSchema.parse(JSON.parse(stdout))
    expect(status).toBe(1)
    expect(document.file).toBe('通报.txt')
    expect(document.summary.total).toBe(document.diagnostics.length)
    expect(document.summary.families.number).toBeGreaterThan(0)
    expect(document.diagnostics.every(({ message }) => /[a-z]/.test(message))).toBe(true)
  })

  it('writes the diagnostics as comments into a Word file, new or the one that came in', () => {
    const total = diagnosticsDocumentSchema.parse(JSON.parse(bihuan(['check', '通报.txt', '--json']).stdout)).summary
      .total
    const { status, stderr } = bihuan(['check', '通报.txt', '--docx', '核稿.docx'])
    expect({ status, stderr }).toEqual({ status: 1, stderr: '已写入 核稿.docx\n' })
    const comments = (name: string) =>
      strFromU8(unzipSync(readFileSync(join(folder, name)))['word/comments.xml'] ?? new Uint8Array())
    expect(comments('核稿.docx').match(/<w:comment /g)).toHaveLength(total)
    expect(comments('核稿.docx')).toContain('怎样改：')

    const again = bihuan(['check', '核稿.docx', '--docx', '再核.docx', '--json'])
    expect(again.status).toBe(1)
    expect(JSON.parse(again.stdout).summary.total).toBe(total)
    expect(comments('再核.docx').match(/<w:comment /g)).toHaveLength(2 * total)
  })

  it('says why a file cannot be used in one sentence, writes nothing, and ends with 2', () => {
    writeFileSync(join(folder, '空.txt'), '')
    writeFileSync(
      join(folder, '照片.docx'),
      Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, ...new Array(99).fill(1)]),
    )
    const refused = (args: string[], sentence: string) => {
      expect(bihuan(['check', ...args])).toEqual({ status: 2, stdout: '', stderr: `${sentence}\n` })
    }
    refused(['没有.txt'], '找不到文件“没有.txt”。请检查路径。')
    refused(['.'], '“.”是文件夹。请指定一个文件。')
    refused(['空.txt'], '文件“空.txt”是空的，没有可以识别的文字。请换一份有内容的文件。')
    refused(
      ['照片.docx', '--lang', 'en'],
      'The content of “照片.docx” is JPG, not what its extension says. Save it again as .docx or plain text.',
    )
    writeFileSync(join(folder, '大.txt'), '')
    truncateSync(join(folder, '大.txt'), 200 * 1024 * 1024)
    refused(['大.txt'], '文件“大.txt”超过 50 MB，未读取。请去掉图片或拆成几份后再试。')
    refused(['通报.txt', '--docx', './通报.txt'], '“./通报.txt”就是被核对的文件。请另起一个文件名，以免覆盖原稿。')
    refused(['通报.txt', '--docx', '没有/a.docx'], '无法写入“没有/a.docx”（ENOENT）。')
  })
})

describe('bihuan explain', () => {
  it('lists every rule, and explains one', () => {
    const codes = bihuan(['explain'])
      .stdout.trimEnd()
      .split('\n')
      .map((line) => line.split(/\s+/)[0] ?? '')
    expect(codes.length).toBeGreaterThan(15)
    expect(codes).toContain('number/first-ordinal')
    const page = bihuan(['explain', 'number/first-ordinal', '--lang', 'en'])
    expect(page.status).toBe(0)
    expect(page.stdout).toContain('How to fix')
  })

  it('says that there is no such rule', () => {
    expect(bihuan(['explain', 'no/rule'])).toEqual({
      status: 2,
      stdout: '',
      stderr: '没有规则“no/rule”。执行 bihuan explain 可列出全部规则。\n',
    })
  })
})

describe('bihuan schema', () => {
  it('prints the schema that docs/schema publishes', () => {
    const published = (name: string) => JSON.parse(readFileSync(join(root, `docs/schema/${name}-1.json`), 'utf8'))
    // After a change of the schema: npx bihuan schema > docs/schema/notice-1.json, then npm run format.
    expect(JSON.parse(bihuan(['schema']).stdout)).toEqual(published('notice'))
    expect(JSON.parse(jsonSchemaText('diagnostics'))).toEqual(published('diagnostics'))
  })
})

describe('a command line that cannot be used', () => {
  it.each([
    [['check'], '缺少参数。加 --help 可查看用法。'],
    [['check', 'a', 'b'], '参数太多。加 --help 可查看用法。'],
    [['check', 'a', '--docx'], '选项后面缺少内容。加 --help 可查看用法。'],
    [['check', 'a', '--jsno'], '没有选项 --jsno。加 --help 可查看用法。'],
    [['chekc', 'a'], '没有命令“chekc”。执行 bihuan --help 可查看全部命令。'],
    [['check', 'a', '--lang', 'fr'], '不能用“fr”，只能是：zh en。'],
  ])('%j gets a sentence', (args, sentence) => {
    expect(bihuan(args)).toEqual({ status: 2, stdout: '', stderr: `${sentence}\n` })
  })

  it('gets it in English where the environment is English', () => {
    expect(bihuan(['check'], { environment: { LANG: 'en_US.UTF-8' } }).stderr).toBe(
      'An argument is missing. Add --help for the usage.\n',
    )
  })

  it('is helped on without a command', () => {
    const { status, stdout } = bihuan([])
    expect(status).toBe(0)
    for (const command of ['parse FILE', 'check FILE', 'explain', 'schema', 'start']) expect(stdout).toContain(command)
  })
})
