/**
 * The command line `bihuan`. Exit status: 0 done and clean, 1 diagnostics found, 2 the input or the command line cannot be used, 70 a
 * fault of the program.
 * What a command needs is loaded when it runs: `check` touches neither database nor server.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Argument, Command, CommanderError, Option } from 'commander'
import { languages } from '../core/proofread/diagnostic.ts'
import { chooseLanguage } from './choose-language.ts'
import type { UserOptions } from './run-user.ts'
import { Unusable } from './unusable.ts'
import { type UserAct, userActs, userWords } from './user-words.ts'
import { words } from './words.ts'

/** Beside the bundle `dist/cli.js`, the only form in which this program runs. */
const version = (): string => JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version

const args = process.argv.slice(2)
const language = chooseLanguage(args, process.env)
const text = words[language]

function buildProgram(done: (status: number) => void): Command {
  const program = new Command('bihuan').description(text.program).version(version(), '-V, --version', text.version)
  speakLanguage(program)
  const command = (name: string, usage: string, description: string) =>
    program
      .command(name)
      .description(description)
      .usage(usage)
      .addOption(languageOption())
      .helpOption('-h, --help', text.help)

  command('parse', 'FILE [--json]', text.parse)
    .argument('<FILE>', text.file)
    .option('--json', text.json)
    .action(async (file: string, { json = false }: { json?: boolean }) => {
      const { runParse } = await import('./run-parse.ts')
      done(await runParse(file, { json, language }))
    })
  command('check', 'FILE [--json] [--docx OUT.docx]', text.check)
    .argument('<FILE>', text.file)
    .option('--json', text.json)
    .option('--docx <OUT.docx>', text.docx)
    .action(async (file: string, { json = false, docx }: { json?: boolean; docx?: string }) => {
      const { runCheck } = await import('./run-check.ts')
      done(await runCheck(file, { json, docx, language }))
    })
  command('explain', '[CODE]', text.explain)
    .argument('[CODE]', text.code)
    .action(async (code: string | undefined) => {
      const { runExplain } = await import('./run-explain.ts')
      done(runExplain(code, language))
    })
  command('schema', '[NAME]', text.schema)
    .addArgument(new Argument('[NAME]', text.schemaName).argParser(oneOf(['notice', 'diagnostics'])))
    .action(async (name: 'notice' | 'diagnostics' = 'notice') => {
      const { runSchema } = await import('./run-schema.ts')
      done(runSchema(name))
    })
  command('verify', '[--tenant N] [--json] [--export FILE]', text.verify)
    .addOption(new Option('--tenant <N>', text.tenant).argParser(wholeNumber).default(1, ''))
    .option('--json', text.json)
    .option('--export <FILE>', text.export)
    .action(async (options: { tenant: number; json?: boolean; export?: string }) => {
      const { runVerify } = await import('./run-verify.ts')
      done(await runVerify({ tenant: options.tenant, json: options.json ?? false, export: options.export, language }))
    })
  command('figure', 'TEXT [--as-of DAY] [--tenant N] [--json]', text.figure)
    .argument('<TEXT>', text.figureText)
    .option('--as-of <DAY>', text.asOf)
    .addOption(new Option('--tenant <N>', text.tenant).argParser(wholeNumber).default(1, ''))
    .option('--json', text.json)
    .action(async (asked: string, options: { asOf?: string; tenant: number; json?: boolean }) => {
      const { runFigure } = await import('./run-figure.ts')
      const { asOf, tenant, json = false } = options
      done(await runFigure(asked, { asOf, tenant, json, language }))
    })
  const user = userWords[language]
  command('user', 'ACT [WHO …] [ROLE]', text.user)
    .addArgument(new Argument('<ACT>', userActs.join(' ')).argParser(oneOf(userActs)))
    .argument('[WHO...]', user.who)
    .addOption(new Option('--tenant <N>', user.tenant).argParser(wholeNumber))
    .option('--unit <NAME>', user.unit)
    .option('--title <TITLE>', user.title)
    .option('--reason <REASON>', user.reason)
    .addOption(new Option('--inspection <N>', user.inspection).argParser(wholeNumber))
    .option('--json', text.json)
    .addHelpText(
      'after',
      () => `\n${user.usage}\n${userActs.map((act) => `  ${act.padEnd(16)}${user.acts[act]}`).join('\n')}`,
    )
    .action(async (act: UserAct, who: string[], options: Partial<UserOptions>) => {
      const { runUser } = await import('./run-user.ts')
      const { json = false, tenant, unit, title, reason, inspection } = options
      done(await runUser(act, who, { language, json, tenant, unit, title, reason, inspection }))
    })
  command('transitions', '[--mermaid] [--json]', text.transitions)
    .option('--mermaid', text.mermaid)
    .option('--json', text.json)
    .action(async ({ mermaid = false, json = false }: { mermaid?: boolean; json?: boolean }) => {
      const { runTransitions } = await import('./run-transitions.ts')
      done(runTransitions({ mermaid, json, language }))
    })
  command('start', '', text.start).action(async () => {
    // The server starts itself when it is the program that was called, as with `npm start`.
    process.argv[1] = fileURLToPath(new URL('./main.js', import.meta.url))
    await import('../main.ts')
  })
  return program
}

const languageOption = (): Option => new Option('--lang <zh|en>', text.lang).argParser(oneOf(languages))

/** Reads a number from 1 on. */
function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new Unusable(text.invalidValue(value, '1 2 3 …'))
  return Number(value)
}

/** Reads a value that must be one of `allowed`. */
function oneOf<T extends string>(allowed: readonly T[]) {
  return (value: string): T => {
    const known = allowed.find((one) => one === value)
    if (known === undefined) throw new Unusable(text.invalidValue(value, allowed.join(' ')))
    return known
  }
}

/** Help in the user's language; errors thrown, not printed: they get a sentence of ours. */
function speakLanguage(program: Command): void {
  const titles: Record<string, string> = {
    'Usage:': text.usage,
    'Commands:': text.commands,
    'Arguments:': text.arguments,
    'Options:': text.options,
  }
  program
    .usage(text.programUsage)
    .addOption(languageOption())
    .helpOption('-h, --help', text.help)
    .helpCommand(false)
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      subcommandTerm: (command) => `${command.name()} ${command.usage()}`,
    })
    .configureOutput({ writeErr: () => {} })
    .exitOverride()
}

/** What is wrong with the command line, as commander's error code tells; null when it only printed help or the version. */
function complaint(error: CommanderError): string | null {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  switch (error.code) {
    case 'commander.helpDisplayed':
    case 'commander.version':
      return null
    case 'commander.unknownOption':
      return text.unknownOption(quoted)
    case 'commander.unknownCommand':
      return text.unknownCommand(quoted)
    case 'commander.missingArgument':
      return text.missingArgument
    case 'commander.optionMissingArgument':
      return text.missingValue
    case 'commander.excessArguments':
      return text.tooManyArguments
    default:
      return error.message
  }
}

/** Folder, database or settings with which Bihuan cannot start: the message says what to do, in both languages. */
const isStartProblem = (error: unknown): error is Error =>
  error instanceof Error && ['StartRefused', 'StartProblem', 'MigrationProblem'].includes(error.name)

// A reader that has seen enough (`bihuan parse … | head`) closes the pipe; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

try {
  const program = buildProgram((status) => {
    process.exitCode = status
  })
  if (args.length === 0) program.outputHelp()
  else await program.parseAsync(args, { from: 'user' })
} catch (error) {
  process.exitCode = 2
  if (error instanceof Unusable || isStartProblem(error)) process.stderr.write(`${error.message}\n`)
  else if (error instanceof CommanderError) {
    const sentence = complaint(error)
    if (sentence === null) process.exitCode = 0
    else process.stderr.write(`${sentence}\n`)
  } else {
    // A fault of ours must not look like diagnostics (1) or a bad file (2). 70: EX_SOFTWARE of sysexits.
    process.exitCode = 70
    process.stderr.write(`${text.fault}\n${error instanceof Error ? error.stack : String(error)}\n`)
  }
}
