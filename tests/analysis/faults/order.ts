import { type Edit, type Fault, HERE, here, planted } from './fault.ts';
import { linesOf, type Page, playbooksIn, type Section, sectionsOf, textOf } from './page.ts';
import { someCondition, someSignal } from './playbook.ts';

interface Order {
  readonly line: number;
  /** The step, or the steps of the stage, that come first, and those that come later. */
  readonly earlier: readonly Section[];
  readonly later: readonly Section[];
}

function stepsOf(page: Page, kind: string, name: string): readonly Section[] {
  return sectionsOf(page, 'step').filter((step) =>
    kind === 'step' ? step.name === name : new RegExp(`^\\s+stage +${name}$`, 'm').test(textOf(page, step)),
  );
}

/** The rules on order of a page. */
function ordersOf(page: Page): readonly Order[] {
  return sectionsOf(page, 'boundary')
    .flatMap((boundary) => linesOf(page, boundary))
    .flatMap(([text, line]) => {
      const [, kind = '', first = '', second = ''] =
        /always (step|stage) (\w+) before (?:step|stage) (\w+)$/.exec(text) ?? [];
      return kind === '' ? [] : [{ line, earlier: stepsOf(page, kind, first), later: stepsOf(page, kind, second) }];
    });
}

interface Owed {
  readonly line: number;
  readonly field: string;
}

function owedFields(page: Page): readonly Owed[] {
  return sectionsOf(page, 'boundary')
    .flatMap((boundary) => linesOf(page, boundary))
    .flatMap(([text, line]) => {
      const [, fields = ''] = /always record ([\w, ]+) before (?:close|step \w+)$/.exec(text) ?? [];
      return fields === '' ? [] : fields.split(/, */).map((field) => ({ line, field }));
    });
}

/** The lines of steps that ask for a field or record it, and what each is without it. */
function gathering(
  page: Page,
  field: string,
): readonly { readonly line: number; readonly without: readonly string[] }[] {
  return sectionsOf(page, 'step')
    .flatMap((step) => linesOf(page, step))
    .flatMap(([text, line]) => {
      if (new RegExp(`^\\s+ask (?:on [\\w, ]+ )?\\s*${field}\\b`).test(text)) return [{ line, without: [] }];
      const [, fields] = /^\s+record ([\w, ]+)$/.exec(text) ?? [];
      const names = fields?.split(/, */) ?? [];
      if (!names.includes(field)) return [];
      const rest = names.filter((name) => name !== field);
      return [{ line, without: rest.length === 0 ? [] : [`  record ${rest.join(', ')}`] }];
    });
}

/** The lines that gather a field, gone or changed. */
function insteadOf(
  page: Page,
  field: string,
  put: (line: string, without: readonly string[]) => readonly string[],
): Edit[] {
  return gathering(page, field).map(({ line, without }) => ({
    line,
    remove: 1,
    put: put(page.lines[line] ?? '', without),
  }));
}

export const ORDER_FAULTS: readonly Fault[] = [
  {
    name: 'a way past a step that has to come first',
    codes: ['order-broken'],
    *plant(sources) {
      for (const page of playbooksIn(sources)) {
        const signal = someSignal(page);
        const [first] = sectionsOf(page, 'step');
        for (const { line, earlier, later } of ordersOf(page)) {
          const [target] = later;
          // Out of a step that comes first itself, it waits until the step is done.
          if (!signal || !first || !target || target === first || earlier.includes(first)) continue;
          yield planted(sources, page, here(page, line), {
            line: first.first + 1,
            put: [`  go to ${target.name} when ${signal} is known`],
          });
        }
      }
    },
  },
  {
    name: 'a step that has to come first, and is passed over',
    codes: ['order-broken'],
    *plant(sources) {
      for (const page of playbooksIn(sources)) {
        const signal = someSignal(page);
        for (const { line, earlier } of ordersOf(page)) {
          const [step] = earlier;
          if (!signal || !step || earlier.length > 1 || /^\s+skip when/m.test(textOf(page, step))) continue;
          yield planted(sources, page, here(page, line), {
            line: step.first + 1,
            put: [`  skip when ${signal} is known`],
          });
        }
      }
    },
  },
  {
    name: 'a record that nobody makes any more',
    codes: ['obligation-left-open'],
    *plant(sources) {
      for (const page of playbooksIn(sources)) {
        for (const { line, field } of owedFields(page)) {
          // Where a step waits for it, nobody gets past that step.
          if (page.lines.some((text) => new RegExp(`\\b${field} is known`).test(text))) continue;
          const edits = insteadOf(page, field, (_, without) => without);
          if (edits.length > 0) yield planted(sources, page, here(page, line), ...edits);
        }
      }
    },
  },
  {
    name: 'a record that is made in some cases only',
    codes: ['obligation-left-open'],
    *plant(sources) {
      for (const page of playbooksIn(sources)) {
        const condition = someCondition(page);
        for (const { line, field } of owedFields(page)) {
          const isConditional = gathering(page, field).some(({ line: number }) =>
            /\bunless\b|\bwhen\b/.test(page.lines[number] ?? ''),
          );
          const isWaitedFor = page.lines.some((text) => new RegExp(`\\b${field} is known`).test(text));
          if (!condition || isConditional || isWaitedFor) continue;
          const edits = insteadOf(page, field, (text) => [`${text} when ${condition}`]);
          if (edits.length > 0) yield planted(sources, page, here(page, line), ...edits);
        }
      }
    },
  },
  {
    name: 'words that are owed, and are gone from their step',
    codes: ['obligation-left-open'],
    *plant(sources) {
      for (const page of playbooksIn(sources)) {
        for (const [text, line] of sectionsOf(page, 'boundary').flatMap((one) => linesOf(page, one))) {
          const [, kind, name] = /^\s+always (say|offer) (\w+) before step \w+$/.exec(text) ?? [];
          if (kind === undefined) continue;
          const said = new RegExp(`^\\s+${kind} (?:on [\\w, ]+ )?\\s*${name}\\b`);
          const edits = sectionsOf(page, 'step')
            .flatMap((step) => linesOf(page, step))
            .filter(([one]) => said.test(one))
            .map(([, number]) => ({ line: number, remove: 1, put: ['  do "Go on."'] }));
          // Where an offer is made nowhere else, its name means nothing any more: there it is made in some cases only.
          const condition = someCondition(page);
          const [at] = edits;
          if (!at || !condition) continue;
          const changed =
            kind === 'say'
              ? edits
              : edits.map((edit) => ({ ...edit, put: [`${page.lines[edit.line]} when ${condition}`] }));
          yield planted(sources, page, { line, remove: 1, put: [`${HERE}${text}`] }, ...changed);
        }
      }
    },
  },
];
