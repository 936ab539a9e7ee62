/** How acts on measures and findings, requests and their decisions are refused; pages show the same words beside greyed acts. */
export const lifeRefusals = {
  'record.changedMeanwhile': {
    zh: '{who}在 {at} 改动了这条记录，您的操作没有执行。请刷新后对照新的内容再办理。',
    en: '{who} changed this record at {at}; nothing was done. Reload, look at what changed, then act again.',
  },
  'life.wrongStatus': {
    zh: '现在的状态是“{status}”，不能{act}。请刷新页面，看现在可以办理什么。',
    en: 'It is “{status}” now, which does not allow: {act}. Reload the page to see what can be done.',
  },
  'life.urgedToday': {
    zh: '{who}今天已经催办过这项措施，责任单位已收到。请明天再催，或直接联系责任人。',
    en: '{who} urged this measure today already; its unit has been told. Urge again tomorrow, or speak to the person in charge.',
  },
  'life.notYours': {
    zh: '{act}由{who}办理。',
    en: '{act} is for {who}.',
  },
  'life.wasYou': {
    zh: '您是{part}，{act}须由他人办理：{who}。',
    en: 'You are {part}; somebody else does this: {act} ({who}).',
  },
  'life.youStandFor': {
    zh: '您正代理{part}的职务，视同本人，{act}须由他人办理：{who}。',
    en: 'You stand for {part} and count as that person; somebody else does this: {act} ({who}).',
  },
  'life.standsForYou': {
    zh: '{part}正代理您（或您所代理的人）的职务，视同本人，{act}须由他人办理：{who}。',
    en: '{part} stands for you, or for whom you stand for, and counts as that person; somebody else does this: {act} ({who}).',
  },
  'life.missing': {
    zh: '还不能{act}：{missing}。请补齐后再办理。',
    en: 'Not yet possible: {act}. {missing}. Complete it first.',
  },
  'life.returnTooShort': {
    zh: '退回要写明缺什么，至少 10 个字，申请人才知道补什么。',
    en: 'Say what is missing in at least 10 characters, so that the applicant knows what to add.',
  },
  'life.reasonTooShort': {
    zh: '请写明理由，至少 10 个字。',
    en: 'Give the reason in at least 10 characters.',
  },
  'life.basisMissing': {
    zh: '请写明依据（文件、会议或事件）。',
    en: 'Name the ground: document, meeting or event.',
  },
  'life.assessmentMissing': {
    zh: '请写自查结论：做了什么，结果如何。',
    en: 'Write the self-assessment: what was done, and with what result.',
  },
  'life.targetOpen': {
    zh: '第 {place} 个目标（{target}）尚未达到，请写明原因；已达到的请勾选。',
    en: 'Target {place} ({target}) is not reached: say why, or tick it as met.',
  },
  'life.targetShort': {
    zh: '第 {place} 个目标要求 {quantity} {unit}，周报累计 {reached}。请先在周报中更新数量，或写明差额的原因。',
    en: 'Target {place} asks for {quantity} {unit}; reports say {reached}. Report the figure first, or explain the difference.',
  },
  'life.countedShort': {
    zh: '第 {place} 个目标要求 {quantity} {unit}，引用的登记事项累计 {reached}。请先登记、引用，或写明差额的原因。',
    en: 'Target {place} asks for {quantity} {unit}; the entries cited come to {reached}. Enter and cite first, or explain the difference.',
  },
  'life.reviewDay': {
    zh: '请填写下次复查的日期，须在今天之后。',
    en: 'Give the day of the next review; it lies after today.',
  },
  'life.docketWithPlan': {
    zh: '方案批准后，在“方案”页统一挂号。',
    en: 'Measures get their numbers on the plan page, once the plan is approved.',
  },
  'life.requestPending': {
    zh: '已有一份{kind}申请在办，办结后才能再提。',
    en: 'A request of this kind ({kind}) is pending; it has to be decided first.',
  },
  'life.noDueDate': {
    zh: '这条措施没有期限，不需要延期。',
    en: 'This measure has no due date, so there is nothing to extend.',
  },
  'life.extendTooLate': {
    zh: '期限 {due} 已过，延期须在到期前提出。请继续整改并说明情况。',
    en: 'The due date {due} has passed; an extension has to be asked for before. Go on with the work and say what happened.',
  },
  'life.extendDay': {
    zh: '新的期限须晚于原期限 {due}。',
    en: 'The new date has to lie after {due}.',
  },
  'life.progressMissing': {
    zh: '请写明目前进展。',
    en: 'Say how far the work is.',
  },
  'life.requestClosed': {
    zh: '这份申请已经办结，不能再审批。请刷新页面。',
    en: 'This request was decided already. Reload the page.',
  },
  'life.requestStep': {
    zh: '这份申请现在不在这一步，请刷新页面。',
    en: 'This request is not at this step now. Reload the page.',
  },
  'life.standardsMissing': {
    zh: '五条标准逐条写明依据后才能销号，还缺：{missing}。',
    en: 'All five standards need a basis before sign-off; missing: {missing}.',
  },
  'life.unknownTarget': {
    zh: '目标清单与措施不符，请刷新页面后重填。',
    en: 'The targets are not those of the measure. Reload the page and fill in again.',
  },
} as const
