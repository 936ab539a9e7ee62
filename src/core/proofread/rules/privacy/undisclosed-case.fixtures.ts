import { aNotice, type Fixtures } from '../fixture.ts'

const withMeasure = (measure: string): string =>
  aNotice({ findings: `1.规范变更管理。一是核减工程款31.5万元。二是${measure}。` })

export const fixtures: Fixtures = {
  positive: [
    { says: 'a clue under first check', text: withMeasure('对2名人员的问题线索正在初核'), at: ['问题线索正在初核'] },
  ],
  negative: [
    { says: 'a closed case', text: withMeasure('对2名人员给予党内警告处分，已办结并公开') },
    { says: 'an inquiry into a project', text: withMeasure('完成对超工期问题的调查，不予追责') },
  ],
}
