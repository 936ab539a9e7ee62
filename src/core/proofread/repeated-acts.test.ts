import { describe, expect, it } from 'vitest'
import { parseNotice } from '../notice/parse-notice.ts'
import { textAt } from '../notice/span.ts'
import { repeatedActs } from './repeated-acts.ts'
import { aNotice } from './rules/fixture.ts'

function actsOf(...findings: string[]) {
  const lines = aNotice({
    findings: findings
      .map((text, index) => `${index + 1}.第${'甲乙丙丁戊己'.charAt(index)}类管理问题。${text}`)
      .join('\n\n'),
  }).split('\n')
  const notice = parseNotice(lines)
  const acts = repeatedActs(notice)
  for (const act of acts) for (const place of act.places) expect(textAt(lines, place.span)).toBe(place.text)
  return acts.map((act) => ({
    ...act,
    places: act.places.map((place) => `${notice.findings[place.findingIndex]?.number}-${place.measureIndex + 1}`),
    whole: act.places.map((place) => place.whole),
  }))
}

describe('repeatedActs', () => {
  it('joins the clauses of one act into one act with all its places', () => {
    const [act, ...others] = actsOf(
      '一是对12个河道项目开展“回头看”，各镇已完成自查，专班召开复核会，完成复核。二是核减工程款31.5万元。',
      '一是确认弃土点3处。二是对12个河道项目开展“回头看”，各镇完成自查，专班召开复核会，完成复核。',
    )
    expect(others).toEqual([])
    expect(act).toMatchObject({
      kind: 'exact',
      quantity: { value: 12, unit: '个' },
      places: ['1-1', '2-2'],
      whole: [true, true],
    })
  })

  it('tells a whole measure from a part of one', () => {
    const [act] = actsOf(
      '一是出台《云岭区工程变更管理办法》。二是核减工程款31.5万元。',
      '一是组织施工单位到现场确认弃土点3处，出台《云岭区工程变更管理办法》。',
    )
    expect(act).toMatchObject({ kind: 'exact', places: ['1-1', '2-1'], whole: [true, false] })
  })

  it('knows one training in two wordings by its count and its matter', () => {
    const [act] = actsOf(
      '一是开展苗木检疫专题培训4次。',
      '一是就苗木检疫规程和出圃标准进行专题培训4次。',
      '一是开展渣土运输专题培训4次。',
      '一是开展苗木检疫专题培训2次。',
    )
    expect(act).toMatchObject({ kind: 'near', quantity: { value: 4, unit: '次' }, places: ['1-1', '2-1'] })
  })

  it('keeps apart what two units did, and what one did on two days', () => {
    expect(actsOf('一是青禾镇开展安全生产检查3次。', '一是白石镇开展安全生产检查3次。')).toEqual([])
    expect(
      actsOf('一是2023年10月组织施工单位现场清点苗木460株。', '一是2023年11月组织施工单位现场清点苗木460株。'),
    ).toEqual([])
  })

  it('does not take an act told twice under one finding for one under two', () => {
    expect(actsOf('一是对12个河道项目开展复核。二是对12个河道项目开展复核。', '一是确认弃土点3处。')).toEqual([])
  })

  it('does not join acts because they are about one document', () => {
    expect(
      actsOf('一是出台《云岭区工程变更管理办法》。', '一是按照《云岭区工程变更管理办法》补办变更手续4份。'),
    ).toEqual([])
  })
})
