import { CLAUSE_FORMS } from './clause-forms.ts';
import type { Form } from './form.ts';
import { LINE_FORMS } from './line-forms.ts';
import { MEMBER_FORMS } from './member-forms.ts';

const FORMS: ReadonlyMap<string, Form> = new Map(
  Object.entries({ ...CLAUSE_FORMS, ...LINE_FORMS, ...MEMBER_FORMS } satisfies Record<string, Form>),
);

/** How what a rule of the grammar reads is written, if it begins with words of its own. */
export function formOf(rule: string): Form | undefined {
  return FORMS.get(rule);
}
