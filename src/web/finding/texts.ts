/** Texts of the finding page's life: state, standards, acts. */
const zh = {
  states: { open: '整改中', basicallyDone: '基本完成', signedOff: '已销号' },
  byOn: (who: string, day: string) => `${who} ${day}`,
  life: '销号',
  edit: '修改问题',
  lead: '全部措施办结，五条标准逐条写明依据，才能销号。',
  noBasis: '尚未写明依据',
  acts: { basicallyDone: '标为基本完成', signOff: '问题销号', reopen: '重新打开' },
  actLead: {
    basicallyDone: '主要措施已完成，余下的继续跟踪；不计入已销号。',
    signOff: '逐条写明依据。销号后仍可回头看、重新打开。',
    reopen: '写明理由和依据，原来的销号记录保留。',
  },
  basisHint: '文件、材料或核查情况的名称和日期。',
  reason: '理由',
  reasonHint: '至少 10 个字。',
  required: (field: string) => `请写明“${field}”的依据。`,
  reasonRequired: '请写明理由。',
  missing: (count: number) => `还缺 ${count} 样`,
}
type Texts = typeof zh
const en: Texts = {
  states: { open: 'open', basicallyDone: 'basically done', signedOff: 'signed off' },
  byOn: (who, day) => `${who}, ${day}`,
  life: 'Sign-off',
  edit: 'Change the finding',
  lead: 'All measures closed and a basis for each of the five standards: then it can be signed off.',
  noBasis: 'no basis yet',
  acts: { basicallyDone: 'Mark as basically done', signOff: 'Sign off', reopen: 'Reopen' },
  actLead: {
    basicallyDone: 'The main measures are done and the rest is followed on; it does not count as signed off.',
    signOff: 'Give the basis of each. It can still be looked back at and reopened.',
    reopen: 'Give reason and ground; the earlier sign-off stays on record.',
  },
  basisHint: 'Name and date of the document, material or check.',
  reason: 'Reason',
  reasonHint: 'At least 10 characters.',
  required: (field) => `Give the basis of “${field}”.`,
  reasonRequired: 'Give the reason.',
  missing: (count) => `${count} still missing`,
}
export const findingTexts = { zh, en }
