/** Placeholder until the template model lands. */
export interface TemplateSet {
  readonly templates: readonly unknown[];
}
