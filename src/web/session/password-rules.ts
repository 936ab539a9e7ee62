/**
 * The password rules as a list that is ticked while typing. The server decides; this only spares a round trip. Rules
 * about earlier and common passwords are known to the server alone.
 */
export type PasswordRule = 'ruleLength' | 'ruleClasses' | 'ruleNotName' | 'ruleSame'

const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/]

export function passwordRules(password: string, again: string, loginName: string | null): [PasswordRule, boolean][] {
  const rules: [PasswordRule, boolean][] = [
    ['ruleLength', [...password].length >= 10],
    ['ruleClasses', classes.filter((one) => one.test(password)).length >= 3],
  ]
  if (loginName !== null)
    rules.push(['ruleNotName', password !== '' && password.toLowerCase() !== loginName.trim().toLowerCase()])
  rules.push(['ruleSame', password !== '' && password === again])
  return rules
}
