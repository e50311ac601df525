import { ast } from '@poise/language';
import { expect, test } from 'vitest';
import { CLAUSE_FORMS } from '../../../language/src/forms/clause-forms.ts';
import { type Form, readForm } from '../../../language/src/forms/form.ts';
import { LINE_FORMS } from '../../../language/src/forms/line-forms.ts';
import { MEMBER_FORMS } from '../../../language/src/forms/member-forms.ts';

const FORMS: readonly (readonly [rule: string, form: Form])[] = Object.entries({
  ...CLAUSE_FORMS,
  ...LINE_FORMS,
  ...MEMBER_FORMS,
});

test.each(FORMS)(
  'the form of %s is one of the grammar, and says in a sentence what it is for',
  (rule, { ways, says }) => {
    expect(says).toMatch(/^[A-Z].*\.$/);
    const properties = Object.values(
      Reflect.get(ast, rule === 'EscalateAtOnce' ? 'EscalateTo' : rule) as Record<string, string>,
    );
    for (const way of ways) for (const { property } of readForm(way).parts) expect(properties).toContain(property);
  },
);
