import { oneLineConditions } from './conditions.ts';
import { type Fault, HERE, planted } from './fault.ts';
import { type Page, playbooksIn, sectionsOf, textOf, withoutTexts } from './page.ts';
import { mayBeHeldBack } from './playbook.ts';

/** Something that is known or not, whatever else is: a condition that narrows another. */
function narrowing(page: Page, besides: string): string | undefined {
  const signals = sectionsOf(page, 'signal').map(({ name }) => name);
  const free = signals.find((name) => !new RegExp(`\\b${name}\\b`).test(withoutTexts(besides)));
  return free && `${free} is known`;
}

function both(condition: string, other: string): string {
  return / or /.test(withoutTexts(condition)) ? `(${condition}) and ${other}` : `${condition} and ${other}`;
}

/** A threshold that is further up, where a condition is one threshold and no more. */
function further(condition: string): string | undefined {
  const [, fact, number = '', unit = ''] = /^(\w+) is at least (\d+)( [a-z]+| [A-Z]{3})?$/.exec(condition) ?? [];
  return fact && `${fact} is at least ${Number(number) + 1}${unit}`;
}

/** Conditions that a condition implies, as they would stand in a later line. */
function hiddenBy(page: Page, condition: string): readonly string[] {
  const narrower = narrowing(page, condition);
  return [condition, narrower && both(condition, narrower), further(condition)].filter((text) => text !== undefined);
}

/** The names and phrases that stand in the triggers of a playbook. */
function startersOf(page: Page): readonly string[] {
  return sectionsOf(page, 'trigger').flatMap((trigger) =>
    [...textOf(page, trigger).matchAll(/says? (\w+)|"([^"]*)"/g)].map(([, name, phrase]) => name ?? phrase ?? ''),
  );
}

export const HIDING_FAULTS: readonly Fault[] = [
  {
    name: 'a trigger that an earlier one leaves nothing to',
    codes: ['hidden-trigger'],
    *plant(sources) {
      for (const page of playbooksIn(sources)) {
        for (const { section, text } of oneLineConditions(page).filter(({ section }) => section.kind === 'trigger')) {
          if (/\bunless\b/.test(withoutTexts(textOf(page, section)))) continue;
          for (const hidden of hiddenBy(page, text)) {
            const put = ['', `${HERE}trigger planted`, `${HERE}  when ${hidden}`];
            yield planted(sources, page, { line: page.lines.length, put });
          }
        }
      }
    },
  },
  {
    name: 'an exit that an earlier one leaves nothing to',
    codes: ['hidden-exit'],
    *plant(sources) {
      for (const page of playbooksIn(sources)) {
        const steps = sectionsOf(page, 'step');
        for (const { section, before, line, text } of oneLineConditions(page)) {
          const [, target] = /^\s+go to (\w+) when $/.exec(before) ?? [];
          const other = steps.find(({ name }) => name !== target && name !== section.name);
          if (!target || !other || mayBeHeldBack(page, target)) continue;
          for (const hidden of hiddenBy(page, text)) {
            yield planted(sources, page, { line: line + 1, put: [`${HERE}  go to ${other.name} when ${hidden}`] });
          }
        }
      }
    },
  },
  {
    name: 'an exit after one that is always taken',
    codes: ['hidden-exit'],
    *plant(sources) {
      for (const page of playbooksIn(sources)) {
        const steps = sectionsOf(page, 'step');
        for (const { section, before, line } of oneLineConditions(page)) {
          const other = steps.find(({ name }) => name !== section.name);
          if (!other || mayBeHeldBack(page, other.name) || !/^\s+go to \w+ when $/.test(before)) continue;
          const put = [`  go to ${other.name}`, `${HERE}${page.lines[line]}`];
          yield planted(sources, page, { line, remove: 1, put });
        }
      }
    },
  },
  {
    name: 'a way to be done that an exit is always quicker than',
    codes: ['hidden-exit'],
    *plant(sources) {
      for (const page of playbooksIn(sources)) {
        const steps = sectionsOf(page, 'step');
        for (const { section, before, line, text } of oneLineConditions(page)) {
          const other = steps.find(({ name }) => name !== section.name);
          if (!other || mayBeHeldBack(page, other.name) || !/^\s+done when $/.test(before)) continue;
          const put = [`  go to ${other.name} when ${text}`, `${HERE}${page.lines[line]}`];
          yield planted(sources, page, { line, remove: 1, put });
        }
      }
    },
  },
  {
    name: 'a line of beats that is gone',
    codes: ['unclear-lead'],
    *plant(sources) {
      for (const page of playbooksIn(sources)) {
        const [heading] = sectionsOf(page, 'playbook');
        const line = page.lines.findIndex((text) => /^\s+beats +(?!everything)\w+$/.test(text));
        if (!heading || line < 0 || line >= heading.end) continue;
        const beaten = page.lines[line]?.trim().split(/\s+/)[1];
        const other = playbooksIn(sources).find((one) => sectionsOf(one, 'playbook')[0]?.name === beaten);
        // That two different things happen in one moment is chance.
        if (!other || !startersOf(page).some((name) => startersOf(other).includes(name))) continue;
        const change = planted(sources, page, { line, remove: 1 });
        yield { ...change, anywhere: [page.file, other.file] };
      }
    },
  },
  {
    name: 'a second playbook with the same triggers',
    codes: ['unclear-lead'],
    *plant(sources) {
      for (const page of playbooksIn(sources)) {
        const [heading] = sectionsOf(page, 'playbook');
        if (!heading || sectionsOf(page, 'trigger').length === 0) continue;
        const text = page.lines.join('\n');
        if (/^\s+(?:beats|status +(?:draft|retired))\b/m.test(text)) continue;
        // Rules of its own would be the same rules: only what happens in it is left.
        const kept = page.sections.filter(({ kind }) => !/scenario|trend|follow up|agent care|escalation/.test(kind));
        const copy = [page.lines.slice(0, heading.first).join('\n'), ...kept.map((section) => textOf(page, section))]
          .join('\n\n')
          .replace(`playbook ${heading.name} `, 'playbook planted_copy ');
        const file = page.file.replace(/[^/]+$/, 'planted_copy.playbook');
        yield { sources: new Map(sources).set(file, copy), file, lines: [], anywhere: [page.file, file] };
      }
    },
  },
];
