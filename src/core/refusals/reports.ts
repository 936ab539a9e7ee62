/** How weekly reports and their obligations are refused. */
export const reportRefusals = {
  'report.notDue': {
    zh: '这条措施这一周没有应报事项，未保存。请刷新页面，看本周应报哪些。',
    en: 'No report is due for this measure in this week; nothing was kept. Reload the page to see what is due.',
  },
  'report.notYet': {
    zh: '这一周还没有开始，不能提前上报。请等到本周一再报。',
    en: 'This week has not begun. Report it from its Monday on.',
  },
  'report.notAWeek': {
    zh: '周次应写成该周的星期一，例如 2024-09-09。',
    en: 'A week is named by its Monday, for example 2024-09-09.',
  },
  'report.closed': {
    zh: '这条措施已经办结或尚未挂号，不需要周报，未保存。',
    en: 'This measure is closed or not docketed yet; it needs no report and nothing was kept.',
  },
  'report.weekClosed': {
    zh: '这一周已经结束，周报不能再改。请把更正写进本周的周报。',
    en: 'This week is over and its report can no longer be changed. Put the correction into the report of this week.',
  },
  'report.changedMeanwhile': {
    zh: '{by}已在 {at} 报过这一周（第 {version} 版），您写的内容还没有保存。请对照后再提交。',
    en: '{by} reported this week at {at} (version {version}); what you wrote is not kept yet. Compare, then send again.',
  },
  'report.empty': {
    zh: '请写明本周做了什么；没有变化请点“无变化，按期”。',
    en: 'Say what was done this week; if nothing changed, choose “No change, on schedule”.',
  },
  'report.foreignTarget': {
    zh: '填写的进度不属于这条措施的目标，未保存。请刷新页面后重填。',
    en: 'The progress does not belong to a target of this measure; nothing was kept. Reload the page and enter it again.',
  },
  'report.foreignEvidence': {
    zh: '周报里的佐证不在这项措施名下，或已撤下，周报没有保存。请刷新页面后重新选择。',
    en: 'A piece of evidence in this report does not belong to this measure, or was withdrawn; nothing was kept. Reload the page and choose again.',
  },
  'report.countedTarget': {
    zh: '这个目标按引用的登记事项计数，进度不能手填，未保存。请登记或引用相应事项，再提交周报。',
    en: 'This target counts the entries cited for it; its progress cannot be typed and nothing was kept. Enter or cite what was done, then report.',
  },
  'report.notToWithdraw': {
    zh: '只有“无变化，按期”可以撤销；写了内容的周报请直接修改。',
    en: 'Only “No change, on schedule” can be taken back; amend a report that says more.',
  },
} as const
