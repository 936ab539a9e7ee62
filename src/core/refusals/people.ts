/** How units, people, roles and deputies are refused. */
export const peopleRefusals = {
  'unit.nameTaken': {
    zh: '已有单位“{name}”，请换一个名称。',
    en: 'There is a unit “{name}” already. Choose another name.',
  },
  'unit.underItself': {
    zh: '单位不能设在它自己或它的下级单位之下，未移动。',
    en: 'A unit cannot stand under itself or under a unit below it. Nothing was moved.',
  },
  'unit.noSuchParent': {
    zh: '所选的上级单位已撤并或不存在，请另选。',
    en: 'The unit above was closed or is not there. Choose another.',
  },
  'unit.inUse': {
    zh: '还不能撤并：{what}。请先处理这些，再撤并。',
    en: 'It cannot be closed yet: {what}. See to these first.',
  },
  'unit.closed': {
    zh: '“{name}”已撤并，不能再安排人员或岗位。请另选单位，或先恢复它。',
    en: '“{name}” is closed: nobody can be put there. Choose another unit, or open it again.',
  },
  'person.sameInUnit': {
    zh: '“{unit}”已有“{name}”，同一单位的同名人员视为同一人。确属两人的，请在姓名后注明，如“{name}（女）”。',
    en: '“{unit}” has “{name}” already; the same name in the same unit is the same person. If they are two, add a word to the name.',
  },
  'person.hasRoles': {
    zh: '“{name}”还有 {count} 个岗位，请先结束这些岗位，再登记离任。',
    en: '“{name}” still holds {count} roles. End these first.',
  },
  'person.left': {
    zh: '“{name}”已离任，不能再安排岗位。',
    en: '“{name}” has left; no role can be given.',
  },
  'role.notGivenByYou': {
    zh: '这个岗位由安全管理员授予，您不能授予或结束。',
    en: 'This role is given and ended by the security administrator, not by you.',
  },
  'role.notToSelf': {
    zh: '不能给自己（或您代理的人）授予、结束岗位，请由他人办理。',
    en: 'Nobody gives or ends a role of their own, or of the one they stand in for. Ask somebody else.',
  },
  'role.otherInspection': {
    zh: '您只能安排您负责的那一轮巡察的岗位，请选择该轮巡察。',
    en: 'You give roles in your own inspection alone. Choose that inspection.',
  },
  'role.twoAdministrators': {
    zh: '系统、安全、审计三类管理员须由三个人分别担任；“{name}”已担任{held}。',
    en: 'The three administrators are three people; “{name}” is one of them already ({held}).',
  },
  'role.administratorInWork': {
    zh: '管理员不能同时承担整改工作的岗位；“{name}”已担任{held}。',
    en: 'An administrator takes no part in the work; “{name}” holds {held}.',
  },
  'role.standsIn': {
    zh: '“{name}”在这段时间代他人办理，不能担任管理员。',
    en: '“{name}” stands in for somebody during this time and cannot be an administrator.',
  },
  'role.unitNeeded': {
    zh: '这个岗位须指明单位，请选择单位。',
    en: 'This role is held in a unit. Choose the unit.',
  },
  'role.noUnit': {
    zh: '这个岗位不分单位，请不要选择单位。',
    en: 'This role is not held in a unit. Leave the unit out.',
  },
  'role.allInspections': {
    zh: '管理员岗位不分巡察轮次，请不要选择巡察。',
    en: 'An administrator is one for everything. Leave the inspection out.',
  },
  'role.heldAlready': {
    zh: '“{name}”在这段时间已有同样的岗位，未重复授予。',
    en: '“{name}” holds this role at that time already.',
  },
  'role.daysReversed': {
    zh: '截止日期早于开始日期，请改正。',
    en: 'The last day is before the first. Correct it.',
  },
  'role.lastDayTooEarly': {
    zh: '最后一天不能早于昨天：已经办过的事不能改成无权办理。',
    en: 'The last day cannot be before yesterday: what was done stays done in that role.',
  },
  'role.over': {
    zh: '这个岗位已经结束，请刷新页面。',
    en: 'This role is over already. Reload the page.',
  },
  'role.lastAdministrator': {
    zh: '{role}只剩这一位，结束后再无人办理。请先授予另一人，再结束。',
    en: 'This is the last holder of the role {role}: give it to somebody else first.',
  },
  'role.noAccount': {
    zh: '“{name}”还没有可用的账号，移交后无人能登录办理。请先为其开通账号。',
    en: '“{name}” has no account that works: nobody could sign in. Open an account first.',
  },
  'deputy.reversed': {
    zh: '代理的截止日期早于开始日期，请改正。',
    en: 'The last day is before the first. Correct it.',
  },
  'deputy.past': {
    zh: '代理的截止日期已过，请选择今天或以后的日期。',
    en: 'The last day has passed. Choose today or a later day.',
  },
  'deputy.self': { zh: '不能由本人代理本人，请另选一人。', en: 'Nobody stands in for himself. Choose somebody else.' },
  'deputy.administrator': {
    zh: '“{deputy}”是管理员，不能代他人办理整改工作。请另选一人。',
    en: '“{deputy}” is an administrator and cannot take part in the work. Choose somebody else.',
  },
  'deputy.nothingToHandOver': {
    zh: '“{principal}”在这段时间没有可以交人代理的岗位（管理员岗位不能代理）。',
    en: '“{principal}” has no role that can be handed over at that time (administrators cannot be stood in for).',
  },
  'deputy.deputyAlready': {
    zh: '“{principal}”在这段时间已有代理人。请先结束原来的代理，或换一段时间。',
    en: '“{principal}” has a deputy at that time already. End that first, or choose other days.',
  },
  'deputy.deputyIsAway': {
    zh: '“{deputy}”在这段时间也请了他人代理，事情会无人办理。请另选一人。',
    en: '“{deputy}” has handed over too at that time; nobody would do the work. Choose somebody else.',
  },
  'deputy.principalStandsIn': {
    zh: '“{principal}”在这段时间正代他人办理，代理不能转手。请先结束那一项代理。',
    en: '“{principal}” stands in for somebody at that time, and that cannot be handed on. End it first.',
  },
  'deputy.noAccount': {
    zh: '“{deputy}”还没有可用的账号，不能登录代办。请另选一人，或请系统管理员先开通账号。',
    en: '“{deputy}” has no account that works. Choose somebody else, or have an account opened first.',
  },
  'deputy.notYours': {
    zh: '这项代理由交出岗位的人或安全管理员结束。',
    en: 'It is ended by whoever handed over, or by the security administrator.',
  },
  'deputy.over': { zh: '这项代理已经结束，请刷新页面。', en: 'It has ended already. Reload the page.' },
  'document.notASheet': {
    zh: '文件“{name}”是 {found}，不是能读的表格。请用 Excel、WPS 另存为 .xlsx（不设密码）或 .csv 后再试。',
    en: '“{name}” is {found}, not a table that can be read. Save it as .xlsx (without a password) or .csv.',
  },
  'sheet.empty': { zh: '表格里没有内容，请填写后再导入。', en: 'The table is empty. Fill it in first.' },
  'sheet.tooLong': {
    zh: '表格超过 {limit} 行，请分成几份导入。',
    en: 'The table has more than {limit} rows. Import it in parts.',
  },
  'sheet.noHeadings': {
    zh: '前 10 行里没有找到表头（{wanted}）。请用模板，或给各列加上表头。',
    en: 'No headings ({wanted}) were found in the first 10 rows. Use the template, or name the columns.',
  },
  'sheet.headingTwice': {
    zh: '{first} 列和 {second} 列的表头意思相同（{heading}），不知以哪一列为准，请删去一列。',
    en: 'Columns {first} and {second} mean the same ({heading}). Remove one of them.',
  },
  'sheet.hasWrongRows': {
    zh: '还有 {count} 行有误，一行也没有写入。请改正后再导入。',
    en: '{count} rows are wrong; nothing was written. Correct them first.',
  },
  'sheet.changedMeanwhile': {
    zh: '预览之后单位或人员有了变化，没有写入。请重新预览。',
    en: 'Units or people changed after the preview; nothing was written. Look at the preview again.',
  },
} as const
