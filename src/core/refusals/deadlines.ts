/** How messages, the calendar, channels and escalation papers are refused. */
export const deadlineRefusals = {
  'calendar.wrongYear': {
    zh: '{day} 不在 {year} 年内，未保存。请改正这一天。',
    en: '{day} does not lie in {year}; nothing was kept. Correct that day.',
  },
  'calendar.notAWeekday': {
    zh: '{day} 是周末，本来就休息，不必列为放假。请删去这一天；若要上班请列入调休。',
    en: '{day} lies on a weekend and is off anyhow. Remove it, or list it as worked.',
  },
  'calendar.notAWeekend': {
    zh: '{day} 不是周末，本来就上班，不必列为调休上班。请删去这一天。',
    en: '{day} does not lie on a weekend and is worked anyhow. Remove it.',
  },
  'calendar.twice': { zh: '{day} 列了两次，未保存。请删去一次。', en: '{day} is listed twice; nothing was kept.' },
  'feed.unknown': {
    zh: '这个日历地址已经停用或不存在。请在“消息 · 通知方式”里重新生成。',
    en: 'This calendar address is no longer in use. Make a new one under Messages, ways to be told.',
  },
  'mail.notConfigured': {
    zh: '服务器没有配置邮件，未保存。需要时请系统管理员设置 BIHUAN_SMTP_URL。',
    en: 'No mail server is configured; nothing was kept. Ask the administrator to set BIHUAN_SMTP_URL.',
  },
  'robot.notSet': {
    zh: '还没有填写机器人的地址。请先保存地址再试发。',
    en: 'The address of the robot is not set. Save it first.',
  },
  'robot.wrongAddress': {
    zh: '地址不是 {kind} 机器人的 https 地址，未保存。请从群机器人设置里复制 Webhook 地址。',
    en: 'That is not the https address of a {kind} robot; nothing was kept. Copy the webhook address from the group.',
  },
  'robot.failed': {
    zh: '没有发出：{detail}。请检查地址、加签密钥和网络。',
    en: 'Not sent: {detail}. Check the address, the signing secret and the network.',
  },
  'paper.severalUnits': {
    zh: '所选措施的牵头单位不止一个（或没有牵头单位）。一份文书只发一个单位，请分别起草。',
    en: 'The measures have several lead units, or none. A paper goes to one unit: draft one for each.',
  },
  'paper.changedMeanwhile': {
    zh: '这份文书刚被他人改动，您的操作没有执行。请刷新后对照新的内容再办理。',
    en: 'Somebody else changed this paper meanwhile; nothing was done. Reload and look at it before you act again.',
  },
  'paper.noLongerDraft': {
    zh: '这份文书已不是草稿（{state}），不能再改。',
    en: 'This paper is no longer a draft ({state}) and cannot be changed.',
  },
  'paper.wrongState': {
    zh: '这份文书现在是“{state}”，不能{act}。请刷新页面。',
    en: 'This paper is “{state}” now, which does not allow: {act}. Reload the page.',
  },
  'paper.notYours': { zh: '{act}由{who}办理。', en: '{act} is for {who}.' },
  'paper.wasYou': {
    zh: '您（或您所代的人）已经办过{part}，须由他人{act}。',
    en: 'You, or whom you stand for, did this already: {part}. Somebody else does: {act}.',
  },
  'paper.wordsMissing': {
    zh: '{act}要写明理由，至少 {count} 个字。',
    en: '{act}: give the words, at least {count} characters.',
  },
} as const
