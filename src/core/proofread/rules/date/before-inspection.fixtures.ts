import { aNotice, type Fixtures } from '../fixture.ts'

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'trees planted the year before the inspection',
      text: aNotice({ findings: '1.补植苗木。一是2022年6月补栽15株。' }),
      at: ['2022年6月'],
    },
  ],
  negative: [
    { says: 'planted after the feedback', text: aNotice({ findings: '1.补植苗木。一是2023年12月补栽15株。' }) },
    {
      says: 'a year in the name of a project',
      text: aNotice({ findings: '1.落实移交手续。一是移交2022年口袋公园提升项目绿地3处。' }),
    },
    {
      says: 'background',
      text: aNotice({ findings: '1.核实工程量。一是对2022年6月签订的合同逐份核查，核减工程款31.5万元。' }),
    },
  ],
}
