/** What a check of a finding looks at: its words, its measures, and what these cite. */
export type FindingFacts = {
  readonly findingId: number
  readonly number: string
  readonly heading: string
  readonly original: string
  readonly measures: readonly {
    readonly measureId: number
    /** Withdrawn measures and those that did not hold are left out. */
    readonly text: string
    /** Of entries that were not withdrawn. */
    readonly cited: readonly { readonly id: number; readonly register: string }[]
  }[]
}
