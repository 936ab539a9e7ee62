/** Fixtures of the rules: short invented notices of the fictional 云岭区, with the places a rule must name. */
import type { Day } from '../../deadline/day.ts'

export type Fixture = {
  /** What the notice shows, as a sentence. */
  says: string
  text: string
  /** For a positive fixture, one per diagnostic, in order: words that stand at the place it names. */
  at?: readonly string[]
  knownOn?: Day
}

export type Fixtures = { positive: readonly Fixture[]; negative: readonly Fixture[] }

type Parts = {
  title?: string
  opening?: string
  organisation?: string
  findings?: string
  next?: string
  closing?: string
}

/** A small notice on which every rule is silent, with some of its parts replaced. */
export function aNotice(parts: Parts = {}): string {
  return [
    parts.title ?? '中共云岭区委关于城市绿化领域专项巡察整改进展情况的通报',
    parts.opening ??
      '按照市委安排，2023年5月8日至7月7日，市委第三巡察组对云岭区开展了巡察。2023年9月6日，市委第三巡察组向云岭区委反馈了意见。根据《中国共产党巡视工作条例》有关规定，现就整改情况作如下通报：',
    '一、加强组织领导',
    parts.organisation ?? '区委成立整改工作领导小组，每周调度整改进度。',
    '二、推进问题整改',
    '（一）重点环节方面',
    parts.findings ?? '1.规范变更管理。一是核减工程款31.5万元。二是补办变更手续4份。',
    '三、巩固整改成果',
    parts.next ?? '区委将每半年检查一次整改成果，防止问题反弹。',
    parts.closing ??
      '公开期限为自发布之日起15个工作日。联系方式：电话0000-1234567；电子邮箱：feedback@example.invalid；邮政地址：云岭区政务中心。',
  ].join('\n\n')
}
