import { describe, expect, test } from 'vitest'
import { namesOf } from './names.ts'
import { officersOf } from './people.ts'
import { shadeOf, wholeLine } from './shade.ts'

function read(text: string): string[] {
  const line = wholeLine(shadeOf(text, 1))
  return line ? namesOf(line).map(({ kind, text }) => `${kind} ${text}`) : []
}

describe('units', () => {
  test.each([
    ['区林业站组织护林员学习', ['unit 区林业站']],
    ['组织区城管局、区住建局和各街道办事处对项目进行考核', ['unit 区城管局', 'unit 区住建局', 'unit 街道办事处']],
    ['对设计单位云岭园艺有限公司进行约谈', ['unit 云岭园艺有限公司']],
    ['邀请青禾镇长河管理处到场', ['unit 青禾镇长河管理处']],
    ['相关单位、施工单位和专业公司', []],
    ['发出催办函', []],
    ['制定资金管理办法', []],
    ['理论学习中心组', []],
    ['区城市管理局核减工程款', ['unit 区城市管理局']],
    ['青禾镇财政所所长到场', ['unit 青禾镇财政所']],
    ['区审计局长到场', []],
    // An end that is only the first half of a longer word, or the second half of another.
    ['对1名责任人给予党内警告处分', []],
    ['对2人作出批评教育处理，重点处置存量', []],
    ['扭转被动局面，提高政治站位', []],
    ['管线迁改所需费用，许可过期一律停工补办', []],
    ['所属乡镇、中心城区和各部委托管的院落', []],
    ['规范政府采购，把服务送进社区', []],
    ['建设区域医疗高地，退回重办', []],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))
})

describe('projects', () => {
  test.each([
    ['对云岭大道景观提升项目进行复核', ['project 云岭大道景观提升项目']],
    ['对所有在建项目开展检查', []],
    ['对2021年口袋公园项目办理移交', []],
    ['严格工程管理', []],
    ['要求部门重新核定项目支出，许可过期项目停工', []],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))
})

describe('persons and personal data', () => {
  test.each([
    ['对李某某进行约谈', ['person 李某某']],
    ['对王×立案', ['person 王×']],
    ['由周明远同志牵头', ['person 周明远']],
    ['镇长何一舟，已作检查', ['person 何一舟']],
    ['联系人：高云山，电话0000-1234567', ['person 高云山', 'telephone 0000-1234567']],
    ['手机13800000000', ['telephone 13800000000']],
    ['身份证110101190001010011', ['idNumber 110101190001010011']],
    ['邮箱：a.b-c@example.invalid。', ['email a.b-c@example.invalid']],
    ['邮政地址：云岭区政务中心3号；', ['address 云岭区政务中心3号']],
    ['书记抓整改，局长高度重视', []],
    ['查处某项目', []],
    ['由区委书记任组长', []],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))

  test('under 责任人 names stand alone', () => {
    const line = wholeLine(shadeOf('周明远、何一舟（科长）、组织委员、建设办主任', 1))
    expect(line && officersOf(line).map((name) => name.text)).toEqual(['周明远', '何一舟'])
  })
})

test('names inside 《》 are part of a title', () => {
  expect(read('出台《云岭区城管局考核办法》')).toEqual([])
})
