/** How changes to the plan, its review, docketing and the inspection itself are refused. */
export const planRefusals = {
  'plan.reasonNeeded': {
    zh: '方案已经批准，修改需要写明理由（至少 10 个字），未修改。',
    en: 'The plan is approved: say why it is changed, in at least 10 characters. Nothing was changed.',
  },
  'plan.dueByExtension': {
    zh: '第 {number} 条措施的期限已随方案批准，只能申请延期，未修改。',
    en: 'The deadline of measure {number} was approved with the plan; it moves by an extension alone. Nothing was changed.',
  },
  'plan.closed': {
    zh: '第 {number} 条措施正在销号或已办结，不能修改。请先退回或重新打开。',
    en: 'Measure {number} is on its way to sign-off or closed; return or reopen it before it is changed.',
  },
  'plan.notPlanned': {
    zh: '第 {number} 条已经挂号，不能删除。确有需要时，可申请“经核查不属实”。',
    en: '{number} is docketed and cannot be removed. If need be, apply for “does not hold”.',
  },
  'plan.numberTaken': {
    zh: '编号 {number} 已有另一个问题在用，请换一个编号。',
    en: 'Number {number} is taken by another finding. Choose another.',
  },
  'plan.numberWanted': {
    zh: '编号要以数字开头或结尾，例如 12、3-2、（四）。',
    en: 'A number begins or ends with digits: 12, 3-2.',
  },
  'plan.removedAlready': {
    zh: '这条删除已经撤销过，或它原来的位置已不存在，未恢复。',
    en: 'This removal was undone already, or its place is gone. Nothing was put back.',
  },
  'plan.referredTo': {
    zh: '这条记录已有其他记录引用（如报送、佐证、举一反三），不能删除。',
    en: 'Other records refer to this one (reports, evidence, findings widened from it); it cannot be removed.',
  },
  'plan.foreignLink': {
    zh: '所关联的记录不在本轮巡察的台账中，未保存。请刷新页面后重新选择。',
    en: 'A linked record is not in the ledger of this inspection; nothing was kept. Reload the page and choose again.',
  },
  'plan.noSuchUnit': {
    zh: '所选单位不存在或已停用，未保存。请重新选择。',
    en: 'The unit chosen does not exist or is closed; nothing was kept. Choose again.',
  },
  'plan.noSuchPerson': {
    zh: '所选人员不存在或已离任，未保存。请重新选择。',
    en: 'The person chosen does not exist or has left; nothing was kept. Choose again.',
  },
  'plan.checksFail': {
    zh: '方案还有 {count} 处不符合要求，不能继续。请在“方案”页逐条补齐。',
    en: 'The plan still has {count} problems. Mend them on the plan page first.',
  },
  'plan.inReview': {
    zh: '第 {round} 轮会审尚未结束。请先批准、退回或撤回，再提交新的一轮。',
    en: 'Round {round} is still under review. Approve, return or withdraw it before submitting another.',
  },
  'plan.notInReview': {
    zh: '第 {round} 轮会审已经结束，不能再处理。请刷新页面。',
    en: 'Round {round} is over. Reload the page.',
  },
  'plan.nothingChanged': {
    zh: '方案与上一次批准的相同，没有需要会审的内容。',
    en: 'The plan is the same as the one approved last; there is nothing to review.',
  },
  'plan.changedSince': {
    zh: '提交会审之后台账又改动了 {count} 处，不能批准旧稿。请撤回后重新提交，或先改回。',
    en: 'The ledger changed in {count} places since it was submitted. Withdraw and submit again, or undo the changes.',
  },
  'plan.opinionsMissing': {
    zh: '还没有收到会审意见：{bodies}。收齐后才能批准。',
    en: 'Opinions are missing: {bodies}. The plan can be approved when all are in.',
  },
  'plan.opinionsReturn': {
    zh: '会审意见为“退回修改”：{bodies}。请修改后由其重新出具意见，或重新提交。',
    en: 'These bodies return the plan: {bodies}. Mend it and ask them again, or submit anew.',
  },
  'plan.remarksUnanswered': {
    zh: '会审意见还没有答复：{bodies}。答复后才能批准。',
    en: 'Remarks without an answer: {bodies}. Answer them first.',
  },
  'plan.ownSubmission': {
    zh: '方案由您本人（或您代理的人、代理您的人）提交，须由他人批准。',
    en: 'You, the person you stand for, or your deputy submitted this plan; somebody else must approve it.',
  },
  'plan.notLeadingGroup': {
    zh: '方案由领导小组批准或退回，您的岗位没有这项权限。',
    en: 'The leading group approves or returns the plan; your role does not.',
  },
  'plan.notOffice': {
    zh: '撤回由整改办办理，您的岗位没有这项权限。',
    en: 'The office withdraws a submission; your role does not.',
  },
  'plan.noSuchBody': {
    zh: '“{body}”不在本轮会审单位中（{bodies}）。请重新选择。',
    en: '“{body}” is not among the bodies of this round ({bodies}). Choose again.',
  },
  'plan.wordsNeeded': {
    zh: '请写明意见内容（至少 10 个字）。',
    en: 'Say what the opinion is, in at least 10 characters.',
  },
  'plan.paperNeeded': {
    zh: '整改办代为录入时，请写明依据的书面意见（文件名或文号）。',
    en: 'When the office enters an opinion, name the paper that it comes from.',
  },
  'plan.dayAhead': {
    zh: '出具意见的日期不能晚于今天（{today}）。',
    en: 'The day of an opinion cannot be later than today ({today}).',
  },
  'plan.answeredAlready': {
    zh: '这条意见已经答复过，未改动。',
    en: 'This opinion was answered already; nothing was changed.',
  },
  'plan.nothingToDocket': {
    zh: '没有可以挂号的措施：方案批准后，其中未挂号且未再改动的措施才能挂号。',
    en: 'There is nothing to docket: measures can be docketed as they stand in the approved plan.',
  },
  'plan.notToDocket': {
    zh: '有 {count} 条措施不能挂号（{numbers}）：未在批准的方案中、批准后又有改动，或已经挂号。未挂号任何一条。',
    en: '{count} measures cannot be docketed ({numbers}): not in the approved plan, changed since, or docketed already. None was docketed.',
  },
  'inspection.nameTaken': {
    zh: '已有一轮巡察叫“{name}”，请换一个名称。',
    en: 'There is an inspection called “{name}” already. Choose another name.',
  },
  'inspection.daysReversed': {
    zh: '日期先后不对：{earlier}应早于{later}。请改正后保存。',
    en: 'Days are the wrong way round: {earlier} comes before {later}. Correct them and save again.',
  },
} as const
