/** What is wrong with a field of a request, in words: validation speaks of codes and paths, people of fields and limits. */
import type { z } from 'zod'
import type { Language } from '../core/proofread/diagnostic.ts'

type Issue = z.core.$ZodIssue

const fieldNames: Readonly<Record<string, string>> = {
  district: '区域名称',
  personName: '姓名',
  loginName: '登录名',
  password: '密码',
  current: '当前密码',
  next: '新密码',
  setupCode: '启用码',
  name: '名称',
  text: '文字',
  inspectionName: '巡察名称',
  inspectionId: '巡察',
  inspection: '巡察',
  edits: '改动',
  q: '关键词',
  limit: '每页行数',
  dueFrom: '期限起',
  dueTo: '期限止',
  value: '内容',
  language: '语言',
}

/** Where it is: `edits` `2` `value` → `改动第 3 项的内容`. */
function placeOf(path: readonly PropertyKey[], language: Language): string {
  if (language === 'en')
    return path
      .map((part, index) => (typeof part === 'number' ? `[${part + 1}]` : `${index ? '.' : ''}${String(part)}`))
      .join('')
  return path
    .map((part) => (typeof part === 'number' ? `第 ${part + 1} 项` : (fieldNames[String(part)] ?? String(part))))
    .join('')
}

function problemOf(issue: Issue, language: Language): string {
  const zh = language === 'zh'
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string' && Number(issue.minimum) <= 1) return zh ? '没有填写' : 'is empty'
      return zh ? `不能少于 ${issue.minimum}` : `must be at least ${issue.minimum}`
    case 'too_big':
      if (issue.origin === 'string')
        return zh ? `最多 ${issue.maximum} 个字` : `has more than ${issue.maximum} characters`
      return zh ? `不能多于 ${issue.maximum}` : `must be at most ${issue.maximum}`
    case 'invalid_value':
      return zh
        ? `只能是：${issue.values.map(String).join('、')}`
        : `must be one of: ${issue.values.map(String).join(', ')}`
    case 'invalid_type':
      if (issue.input === undefined) return zh ? '没有填写' : 'is missing'
      return zh ? '格式不对' : 'has the wrong form'
    case 'custom':
      return zh ? '不是有效的日期（应为 2024-12-31 这样的格式）' : 'is not a day like 2024-12-31'
    default:
      return zh ? '格式不对' : 'has the wrong form'
  }
}

/** The first problem of a request, which names its field. */
export function fieldProblem(issues: readonly Issue[], language: Language): { detail: string; field: string } {
  const issue = issues[0]
  if (issue === undefined) return { detail: language === 'zh' ? '格式不对' : 'wrong form', field: '' }
  const place = placeOf(issue.path, language)
  const problem = problemOf(issue, language)
  const detail = place === '' ? problem : language === 'zh' ? `${place}${problem}` : `${place} ${problem}`
  return { detail, field: issue.path.map(String).join('.') }
}
