import { aNotice, type Fixtures } from '../fixture.ts'

const two = (first: string, second: string): string =>
  aNotice({ findings: `1.规范变更管理。一是完成${first}结算审计。\n\n2.落实移交手续。一是完成${second}移交。` })

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'a word of the name comes and goes',
      text: two('青禾湖生态环境修复项目', '青禾湖生态修复项目'),
      at: ['青禾湖生态修复项目'],
    },
    { says: 'rebuilt and converted', text: two('青禾湖福利院改造项目', '青禾湖福利院改建项目'), at: ['改建项目'] },
  ],
  negative: [
    { says: 'projects of two years', text: two('2022年口袋公园提升项目', '2023年口袋公园提升项目') },
    { says: 'two different projects', text: two('青禾湖生态修复项目', '白石河岸线整治项目') },
    { says: 'the same name twice', text: two('青禾湖生态修复项目', '青禾湖生态修复项目') },
  ],
}
