import { aNotice, type Fixtures } from '../fixture.ts'

const two = (first: string, second: string): string =>
  aNotice({ findings: `1.规范变更管理。一是制定${first}。\n\n2.规范土方外运。一是制定${second}。` })

export const fixtures: Fixtures = {
  positive: [
    {
      says: '负责制 in one place, 责任制 in another',
      text: two('《区建设中心“项目长”负责制》', '《区建设中心“项目长”责任制》'),
      at: ['《区建设中心“项目长”责任制》'],
    },
    {
      says: 'a word of the title comes and goes',
      text: two('《云岭区建设中心项目管理移交办法》', '《云岭区建设中心政府投资项目管理移交办法》'),
      at: ['《云岭区建设中心政府投资项目管理移交办法》'],
    },
    {
      says: 'a rule and the notice that issued it',
      text: two('《云岭区工程变更管理办法》', '《关于印发〈云岭区工程变更管理办法〉的通知》'),
      at: ['《关于印发〈云岭区工程变更管理办法〉的通知》'],
    },
  ],
  negative: [
    { says: 'two rules of one family', text: two('《云岭区劳务分包管理制度》', '《云岭区专业分包管理制度》') },
    { says: 'plans of two years', text: two('《2023年支部年度工作计划》', '《2024年支部年度工作计划》') },
    { says: 'rules of two levels', text: two('《市政府投资项目管理办法》', '《区政府投资项目管理办法》') },
    { says: 'a document cited twice in the same words', text: two('《云岭区工程变更办法》', '《云岭区工程变更办法》') },
    { says: 'a regulation and its detailed rules', text: two('《云岭区工程变更办法》', '《云岭区工程变更细则》') },
  ],
}
