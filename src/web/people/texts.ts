/** Texts of units, people, roles and deputies. `en` has the shape of `zh`, checked by the compiler. */
const zh = {
  picker: {
    nobody: '没有找到这个人。请换个写法，或请系统管理员先添加。',
    noUnit: '没有找到这个单位。请换个写法，或请系统管理员先添加。',
    clear: (name: string) => `不选“${name}”`,
    person: '姓名、职务或单位',
    unit: '单位名称或简称',
    found: (count: number) => `${count} 个结果，用上下键选择`,
    failed: '没有读到，请再试一次。',
  },
}

const en: typeof zh = {
  picker: {
    nobody: 'Nobody found. Try other words, or ask the system administrator to add the person.',
    noUnit: 'No unit found. Try other words, or ask the system administrator to add it.',
    clear: (name) => `Do not choose “${name}”`,
    person: 'Name, title or unit',
    unit: 'Name of the unit',
    found: (count) => `${count} found; choose with the arrow keys`,
    failed: 'Could not be read. Try again.',
  },
}

export const texts = { zh, en }
