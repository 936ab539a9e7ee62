import { aNotice, type Fixtures } from '../fixture.ts'

const two = (first: string, second: string): string =>
  aNotice({
    findings: `1.规范变更管理。一是由${first}牵头核减工程款31.5万元。\n\n2.落实移交手续。一是由${second}牵头接收绿地3处。`,
  })

export const fixtures: Fixtures = {
  positive: [{ says: 'a unit in full and in short', text: two('区城市管理局', '区城管局'), at: ['区城管局'] }],
  negative: [
    { says: 'two units', text: two('区财政局', '区审计局') },
    { says: 'the same unit with and without the district', text: two('云岭区财政局', '区财政局') },
    { says: 'the short form is announced', text: two('区城市管理局（以下简称区城管局）', '区城管局') },
  ],
}
