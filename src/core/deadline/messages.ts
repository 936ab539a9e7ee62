/**
 * What people are told, in one sentence per kind. `{name}` is filled from the facts of the message; every kind has `{number}`,
 * the number of the measure or finding, where it is about one.
 */
export const messageKinds = {
  'measure.awaitsYou': { zh: '第 {number} 条措施等待您{act}', en: 'Measure {number} waits for you: {act}' },
  'measure.returned': { zh: '第 {number} 条措施被退回：{reason}', en: 'Measure {number} was returned: {reason}' },
  'measure.moved': { zh: '第 {number} 条措施已{act}', en: 'Measure {number}: {act}' },
  'measure.urged': { zh: '{by}请您抓紧第 {number} 条措施', en: '{by} asks you to hurry with measure {number}' },
  'request.awaitsYou': {
    zh: '第 {number} 条措施的{request}申请等待您审批',
    en: 'A request on measure {number} waits for you: {request}',
  },
  'request.decided': {
    zh: '第 {number} 条措施的{request}申请：{decision}',
    en: 'Your request on measure {number}: {decision}',
  },
  'plan.awaitsYou': { zh: '整改方案第 {round} 轮等待您{act}', en: 'Round {round} of the plan waits for you: {act}' },
  'plan.decided': { zh: '整改方案第 {round} 轮：{decision}', en: 'Round {round} of the plan: {decision}' },
  'measure.assigned': {
    zh: '第 {number} 条措施已挂号（{docket}），由您负责，{due}',
    en: 'Measure {number} was docketed ({docket}); you are responsible for it, {due}',
  },
  'finding.awaitsYou': {
    zh: '问题 {number} 的措施已全部办结，等待您销号',
    en: 'All measures of finding {number} are closed; it waits for your sign-off',
  },
  'finding.reopened': { zh: '问题 {number} 已重新打开：{reason}', en: 'Finding {number} was reopened: {reason}' },
  'deputy.named': {
    zh: '{principal} 请您在 {from} 至 {to} 代为办理',
    en: '{principal} asks you to stand in from {from} to {to}',
  },
  'deadline.ahead': {
    zh: '第 {number} 条措施 {day} 到期，还有 {days} 个工作日',
    en: 'Measure {number} is due on {day}, in {days} working days',
  },
  'deadline.overdue': {
    zh: '第 {number} 条措施 {day} 到期，已逾期 {days} 个工作日',
    en: 'Measure {number} was due on {day}: {days} working days overdue',
  },
  'deadline.escalated': {
    zh: '{unit}的第 {number} 条措施已逾期 {days} 个工作日，请督促',
    en: 'Measure {number} of {unit} is {days} working days overdue; please see to it',
  },
  'paper.drafted': {
    zh: '系统拟了《{kind}》（{unit}），请核对后发出',
    en: 'Drafted for you to check and send: {kind}, {unit}',
  },
  'paper.awaitsApproval': { zh: '《{kind}》（{unit}）等待您批准', en: 'Waits for your approval: {kind}, {unit}' },
  'paper.sent': {
    zh: '收到《{kind}》{number}，请签收并回复',
    en: 'Received: {kind} {number}; acknowledge it and reply',
  },
  'paper.answered': { zh: '{unit}{act}了《{kind}》{number}', en: '{unit}, {kind} {number}: {act}' },
  'paper.decided': { zh: '《{kind}》{number}：{act}', en: '{kind} {number}: {act}' },
} as const satisfies Record<string, { zh: string; en: string }>

export type MessageKind = keyof typeof messageKinds
