import { aNotice, type Fixtures } from '../fixture.ts'

const withMeasure = (measure: string): string =>
  aNotice({ findings: `1.规范变更管理。一是核减工程款31.5万元。二是${measure}。` })

export const fixtures: Fixtures = {
  positive: [
    { says: 'a member of staff by name', text: withMeasure('对项目负责人陈志远给予提醒谈话'), at: ['陈志远'] },
    { says: 'a comrade', text: withMeasure('由周海同志牵头补办变更手续4份'), at: ['周海'] },
    { says: 'one named of three', text: withMeasure('对陈大海等3名同志给予党内警告'), at: ['陈大海'] },
    {
      says: 'those responsible are named: one question for all',
      text: aNotice({
        findings:
          '1.规范变更管理。\n\n整改措施：一是核减工程款31.5万元。二是补办变更手续4份。\n\n责任领导：陈志远\n\n责任人：周海平',
      }),
      at: ['陈志远'],
    },
    { says: 'a teacher by name', text: withMeasure('教师陈志远被调离岗位'), at: ['陈志远'] },
    {
      says: 'a name before what the person did',
      text: withMeasure('对出纳陈志远挪用公款问题进行处理'),
      at: ['陈志远'],
    },
  ],
  negative: [
    { says: 'redacted', text: withMeasure('对项目负责人陈某给予提醒谈话') },
    { says: 'offices without names', text: withMeasure('由区委副书记牵头、分管副区长到场督办，补办变更手续4份') },
    { says: 'state leaders', text: withMeasure('集中学习习近平总书记重要讲话精神，补办变更手续4份') },
    {
      says: 'words that begin like a surname',
      text: withMeasure('对党员干部全程监督，由项目负责人严格把关，补办变更手续4份'),
    },
    { says: 'teachers in general', text: withMeasure('12名教师全部被重新聘任，有的教师被评为先进') },
  ],
}
