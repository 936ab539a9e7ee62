import { aNotice, type Fixtures } from '../fixture.ts'

const finding = (number: number, heading: string): string => `${number}.${heading}。一是核减工程款31.5万元。`

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'number 2 is missing',
      text: aNotice({ findings: [finding(1, '规范变更管理'), finding(3, '规范土方外运')].join('\n\n') }),
      at: ['规范土方外运'],
    },
    {
      says: 'number 1 stands twice',
      text: aNotice({
        findings: [finding(1, '规范变更管理'), finding(1, '规范土方外运'), finding(2, '落实养护')].join('\n\n'),
      }),
      at: ['规范土方外运'],
    },
    {
      says: 'a section is missing',
      text: aNotice().replace('三、巩固', '四、巩固'),
      at: ['巩固整改成果'],
    },
  ],
  negative: [
    {
      says: 'in order',
      text: aNotice({ findings: [finding(1, '规范变更管理'), finding(2, '规范土方外运')].join('\n\n') }),
    },
    {
      says: 'findings number on through two sections',
      text: aNotice({
        findings: `${finding(1, '规范变更管理')}\n\n（二）党的建设方面\n\n${finding(2, '规范土方外运')}`,
      }),
    },
    {
      says: 'findings begin anew in each section',
      text: aNotice({
        findings: `${finding(1, '规范变更管理')}\n\n（二）党的建设方面\n\n${finding(1, '规范土方外运')}`,
      }),
    },
  ],
}
