export const root: string
export const entry: { path: string; url: string }
export function buildIfChanged(): Promise<boolean>
