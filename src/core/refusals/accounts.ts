/** Refusals of signing in and of accounts. */
export const accountRefusals = {
  'session.disabled': {
    zh: '这个账号已停用，不能登录。需要时请联系系统管理员。',
    en: 'This account is disabled. Ask the system administrator if you need it.',
  },
  'session.passwordDue': {
    zh: '请先修改密码，再继续使用。',
    en: 'Change your password first, then go on.',
  },
  'session.secondFactorDue': {
    zh: '按本地区规定，您的岗位须启用二次验证。请先在“我的账号”中启用。',
    en: 'Your role needs a second factor. Set it up in “My account” first.',
  },
  'session.ticketOver': {
    zh: '这一步已超时，请重新输入登录名和密码。',
    en: 'This step took too long. Enter your login name and password again.',
  },
  'session.notYours': {
    zh: '没有这个登录会话，可能已经结束。请刷新页面。',
    en: 'There is no such session; it may have ended. Reload the page.',
  },
  'secondFactor.wrong': {
    zh: '验证码不对或已用过。请等验证器显示新的 6 位数字再输入；手机时间须准确。',
    en: 'The code is wrong or was used already. Wait for the next six digits; the clock of the phone must be right.',
  },
  'secondFactor.off': {
    zh: '本地区没有开放二次验证。需要时请联系安全管理员。',
    en: 'A second factor cannot be set up here. Ask the security administrator if you need it.',
  },
  'secondFactor.needed': {
    zh: '按本地区规定，您的岗位须启用二次验证，不能关闭。更换手机请点“重新设置”。',
    en: 'Your role needs a second factor; it cannot be given up. For a new phone set it up again.',
  },
  'secondFactor.notBegun': {
    zh: '二次验证还没有开始设置，请从头再来。',
    en: 'Setting up the second factor has not begun. Start again.',
  },
  'secondFactor.unreadable': {
    zh: '服务器上的密钥已更换，读不出您的二次验证。请联系系统管理员重置。',
    en: 'The key of the server was changed and your second factor cannot be read. Ask the system administrator to reset it.',
  },
  'invitation.wrong': {
    zh: '邀请码不对、已用过或已过期。请核对；仍不行时请系统管理员重新发放。',
    en: 'The invitation code is wrong, used or over. Check it, or ask the system administrator for a new one.',
  },
  'invitation.hasAccount': {
    zh: '{name}已有账号。只有重置密码才能再发邀请码，原密码和登录会随之失效。',
    en: '{name} has an account. Only a reset gives a new code; the password and all sessions end with it.',
  },
  'account.isDisabled': {
    zh: '{name}的账号已停用，请先恢复使用。',
    en: 'The account of {name} is disabled. Enable it first.',
  },
  'account.notYourself': {
    zh: '不能对自己的账号这样做，请由另一位系统管理员办理。',
    en: 'You cannot do this to your own account. Ask another system administrator.',
  },
  'account.none': {
    zh: '{name}还没有账号，请先邀请。',
    en: '{name} has no account yet. Invite them first.',
  },
  'account.reasonMissing': {
    zh: '请写明停用的原因。',
    en: 'Say why the account is disabled.',
  },
  'singleSignOn.off': {
    zh: '没有配置统一身份认证，请用登录名和密码登录。',
    en: 'Single sign-on is not set up. Sign in with login name and password.',
  },
  'singleSignOn.away': {
    zh: '统一身份认证暂时连不上，请稍后再试，或用登录名和密码登录。',
    en: 'The identity provider cannot be reached. Try again later, or sign in with login name and password.',
  },
  'singleSignOn.failed': {
    zh: '统一身份认证没有通过或已超时，请重新登录。',
    en: 'Single sign-on was refused or took too long. Sign in again.',
  },
  'singleSignOn.noAccount': {
    zh: '“{loginName}”在本系统没有可用的账号。请联系系统管理员。',
    en: '“{loginName}” has no account here that can be used. Ask the system administrator.',
  },
} as const
