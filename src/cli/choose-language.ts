import { type Language, languages } from '../core/proofread/diagnostic.ts'

/**
 * The language of the output: `--lang` where it is given, else English where the environment asks for it, else Chinese. Read before
 * the command line is parsed, so that help and complaints about it are in the right language too.
 */
export function chooseLanguage(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  const given = args[at]?.split('=')[1] ?? (at < 0 ? undefined : args[at + 1])
  const known = languages.find((language) => language === given)
  if (known) return known
  const asked = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || ''
  return asked.startsWith('en') ? 'en' : 'zh'
}
