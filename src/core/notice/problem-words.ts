/** Words that tell of something wrong: what the heading of a finding has and that of other parts has not. */
export const problemWords =
  /不到位|不深入|不够|不足|不规范|不严|不强|不实|不力|不及时|不完善|不健全|不充分|不合理|不准确|不严格|不真实|不明确|没有|重复支付|高于|空白|拖欠|挤占|挪用|闲置|浪费|随意|粗放|滥|超标准|超范围|虚列|违纪|逾期|未按|不扎实|不高|不全|不齐全|滞后|缺失|薄弱|缺位|超过|低于|违规|违反|流于形式|弱化|虚化|淡化|差距|存在|欠缺|未(?!来|雨)|漏|混乱|迟缓|不突出|不彻底|不紧密|超标|虚高/
