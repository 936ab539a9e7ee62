/** Texts of the page of security settings. `en` has the shape of `zh`, checked by the compiler. */
const zh = {
  title: '安全设置',
  lead: '本地区全体账号的登录规则。修改立即生效，并记入审计日志。',
  readOnly: '您可以查看；修改须由安全管理员办理。',
  fields: {
    sessionIdleMinutes: ['无操作自动退出', '分钟', '5 至 480。等级保护要求有自动退出。'],
    sessionLongestHours: ['一次登录最长', '小时', '1 至 72。到时须重新登录。'],
    sessionsPerPerson: ['每人同时登录', '处', '1 至 50。超过时最早的一处自动结束。'],
    passwordDays: ['密码有效期', '天', '0 至 730，0 为不设到期。到期后登录须先改密码。'],
    invitationDays: ['邀请码有效期', '天', '1 至 60。'],
  } as Record<
    'sessionIdleMinutes' | 'sessionLongestHours' | 'sessionsPerPerson' | 'passwordDays' | 'invitationDays',
    [label: string, unit: string, hint: string]
  >,
  sessions: '登录会话',
  passwords: '密码和邀请码',
  factor: '二次验证',
  factorRules: {
    off: ['不开放', '不能新启用；已启用的仍须验证。'],
    optional: ['自愿', '由本人决定是否启用。'],
    leading: ['管理员和整改办必须', '系统、安全、审计管理员和整改办人员下次登录须先启用。'],
    all: ['全体必须', '所有人下次登录须先启用。'],
  },
  save: '保存安全设置',
  saved: '安全设置已保存，立即生效。',
  wrong: '请填写提示范围内的整数。',
}

const en: typeof zh = {
  title: 'Security settings',
  lead: 'Rules of signing in for everybody here. A change holds at once and is kept in the audit log.',
  readOnly: 'You may look; changes are for the security administrator.',
  fields: {
    sessionIdleMinutes: ['Sign out when idle for', 'minutes', '5 to 480.'],
    sessionLongestHours: ['Longest session', 'hours', '1 to 72. Then people sign in again.'],
    sessionsPerPerson: ['Sessions per person', 'at once', '1 to 50. Beyond it the oldest ends.'],
    passwordDays: ['Passwords are good for', 'days', '0 to 730; 0: for ever. Then a new one must be chosen.'],
    invitationDays: ['Invitation codes are good for', 'days', '1 to 60.'],
  },
  sessions: 'Sessions',
  passwords: 'Passwords and invitations',
  factor: 'Second factor',
  factorRules: {
    off: ['Off', 'None can be set up; those set up are still asked for.'],
    optional: ['Free', 'Everybody decides for themselves.'],
    leading: ['Needed by administrators and office', 'They must set it up at the next sign-in.'],
    all: ['Needed by all', 'Everybody must set it up at the next sign-in.'],
  },
  save: 'Save security settings',
  saved: 'Security settings are saved and hold from now on.',
  wrong: 'Enter a whole number within the range.',
}

export const securityTexts = { zh, en }
