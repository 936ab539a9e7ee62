/** Checks a new password against the rules and says everything that is wrong with it at once. */
import { blind } from '../core/access/policy.ts'
import { type PasswordFlaw, passwordFlaws, rememberedPasswords, shortestPassword } from '../core/account/password.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { Refusal } from '../core/refusal.ts'
import type { Outside } from './ports.ts'

const words: Readonly<Record<PasswordFlaw, Readonly<Record<Language, string>>>> = {
  tooShort: { zh: `至少要 ${shortestPassword} 个字符`, en: `needs at least ${shortestPassword} characters` },
  tooFewKinds: {
    zh: '要包含大写字母、小写字母、数字、其他符号中的至少三种',
    en: 'needs three of: upper case, lower case, digits, other signs',
  },
  likeLogin: { zh: '不能包含登录名', en: 'must not contain the login name' },
  common: { zh: '太常见，容易被猜到', en: 'is too common and easily guessed' },
}

/** @throws Refusal `password.flaws` naming each flaw in the reader's language */
export function choosePassword(password: string, loginName: string, language: Language): void {
  const flaws = passwordFlaws(password, loginName)
  if (flaws.length === 0) return
  const told = flaws.map((flaw) => words[flaw][language]).join(language === 'zh' ? '；' : '; ')
  throw new Refusal('password.flaws', { flaws: told })
}

/** @throws Refusal `password.used` when it is one of the last */
export async function refuseUsed(
  { data, secrets }: Outside,
  tenantId: number,
  personId: number,
  password: string,
): Promise<void> {
  const recent = await data.inTenant({ tenantId, sight: blind }, ({ accounts }) =>
    accounts.recentPasswords(personId, rememberedPasswords),
  )
  for (const hash of recent)
    if (await secrets.verifyPassword(password, hash))
      throw new Refusal('password.used', { count: rememberedPasswords, field: 'next' })
}
