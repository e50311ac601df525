import { type Fault, HERE, here, planted } from './fault.ts';
import { linesOf, type Page, playbooksIn, type Section, sectionsOf, textOf } from './page.ts';
import { mayBeHeldBack, someSignal } from './playbook.ts';

function leadsTo(page: Page, step: Section): boolean {
  return new RegExp(`\\bgo to ${step.name}\\b`).test(page.lines.join('\n'));
}

/** Whether a step can be left to the next one without a look at its exits. */
function isPassedOver(page: Page, step: Section): boolean {
  return /^\s+skip when/m.test(textOf(page, step));
}

/** A step that brings in somebody, or goes over to another playbook, is a way out. */
function isWayOut(page: Page, step: Section): boolean {
  return /^\s+(?:escalate to|continue with)\b/m.test(textOf(page, step));
}

/** Fields that are gathered for the first time below the first step, in one of the steps, and nowhere else. */
export function gatheredLater(page: Page): readonly string[] {
  const [first] = sectionsOf(page, 'step');
  if (!first || leadsTo(page, first) || sectionsOf(page, 'trigger').length === 0) return [];
  // Whoever is asked, or takes over, may write down anything.
  const others = page.sections.filter(({ kind }) => /escalation|follow up|agent care/.test(kind));
  if ([first, ...others].some((one) => /^\s+(?:complete|consult|escalate to)\b/m.test(textOf(page, one)))) return [];
  const gathers = (section: Section, field: string) =>
    linesOf(page, section).some(([line]) =>
      new RegExp(`^\\s+(?:ask|record|always record)\\b[^"]*\\b${field}\\b`).test(line),
    );
  return sectionsOf(page, 'field')
    .map(({ name }) => name)
    .filter((field) => {
      const where = page.sections.filter((section) => gathers(section, field));
      const others = where.filter(({ kind }) => kind !== 'step');
      return (
        where.length > 0 && others.length === 0 && !where.includes(first) && where.some(({ kind }) => kind === 'step')
      );
    });
}

export const STEP_FAULTS: readonly Fault[] = [
  {
    name: 'a step that nobody gets to',
    codes: ['unreachable-step'],
    *plant(sources) {
      for (const page of playbooksIn(sources)) {
        const steps = sectionsOf(page, 'step');
        const last = steps.at(-1);
        for (const [index, step] of steps.entries()) {
          const next = steps[index + 1];
          if (!next || !last || next === last || leadsTo(page, next) || isPassedOver(page, step)) continue;
          if (mayBeHeldBack(page, last.name)) continue;
          yield planted(sources, page, { line: step.first + 1, put: [`  go to ${last.name}`] }, here(page, next.first));
        }
      }
    },
  },
  {
    name: 'a step below one that goes over to another playbook',
    codes: ['unreachable-step'],
    *plant(sources) {
      const playbooks = playbooksIn(sources);
      for (const page of playbooks) {
        const other = playbooks.find((one) => one !== page);
        const called = other && sectionsOf(other, 'playbook')[0]?.name;
        const steps = sectionsOf(page, 'step');
        for (const [index, step] of steps.entries()) {
          const next = steps[index + 1];
          if (!called || !next || leadsTo(page, next) || isPassedOver(page, step)) continue;
          if (/^\s+go to/m.test(textOf(page, step))) continue;
          yield planted(sources, page, { line: step.end, put: [`  continue with ${called}`] }, here(page, next.first));
        }
      }
    },
  },
  {
    name: 'a step that leads only to itself',
    codes: ['no-way-out'],
    *plant(sources) {
      for (const page of playbooksIn(sources)) {
        for (const step of sectionsOf(page, 'step')) {
          if (isPassedOver(page, step) || isWayOut(page, step) || mayBeHeldBack(page, step.name)) continue;
          const put = [`${HERE}${page.lines[step.first]}`, `${HERE}  go to ${step.name}`];
          yield planted(sources, page, { line: step.first, remove: 1, put });
        }
      }
    },
  },
  {
    name: 'two steps that lead only to each other',
    codes: ['no-way-out'],
    *plant(sources) {
      for (const page of playbooksIn(sources)) {
        const steps = sectionsOf(page, 'step');
        for (const [index, step] of steps.entries()) {
          const next = steps[index + 1];
          if (!next || [step, next].some((one) => isPassedOver(page, one) || isWayOut(page, one))) continue;
          if ([step, next].some(({ name }) => mayBeHeldBack(page, name))) continue;
          const edit = (one: Section, other: Section) => ({
            line: one.first,
            remove: 1,
            put: [`${HERE}${page.lines[one.first]}`, `${HERE}  go to ${other.name}`],
          });
          yield planted(sources, page, edit(step, next), edit(next, step));
        }
      }
    },
  },
  {
    name: 'two steps that send each other on without a word',
    codes: ['circle-without-progress'],
    *plant(sources) {
      for (const page of playbooksIn(sources)) {
        const steps = sectionsOf(page, 'step');
        const signal = someSignal(page);
        for (const [index, step] of steps.entries()) {
          const next = steps[index + 1];
          if (!next || !signal || [step, next].some((one) => isPassedOver(page, one) || isWayOut(page, one))) continue;
          const edit = (one: Section, other: Section) => ({
            line: one.first,
            remove: 1,
            put: [`${HERE}${page.lines[one.first]}`, `${HERE}  go to ${other.name} when ${signal} is known`],
          });
          yield planted(sources, page, edit(step, next), edit(next, step));
        }
      }
    },
  },
  {
    name: 'a line that waits for an answer nobody can have given yet',
    codes: ['gathered-too-late'],
    *plant(sources) {
      for (const page of playbooksIn(sources)) {
        const [first] = sectionsOf(page, 'step');
        if (!first) continue;
        for (const field of gatheredLater(page)) {
          const put = [`${HERE}  say "Thank you for that." when ${field} is known`];
          yield planted(sources, page, { line: first.end, put });
        }
      }
    },
  },
  {
    name: 'an escalation on an answer that nobody ever asks for',
    codes: ['never-gathered'],
    *plant(sources) {
      for (const page of playbooksIn(sources)) {
        const put = [
          '',
          'field planted yes or no',
          '',
          'team planted answers within 5 minutes',
          '',
          'escalation planted',
        ];
        yield planted(sources, page, {
          line: page.lines.length,
          put: [...put, `${HERE}  when planted is yes`, '  to planted'],
        });
      }
    },
  },
  {
    name: 'words filled in before anybody has asked for them',
    codes: ['unfilled-placeholder'],
    *plant(sources) {
      for (const page of playbooksIn(sources)) {
        const [first] = sectionsOf(page, 'step');
        if (!first) continue;
        for (const field of gatheredLater(page)) {
          yield planted(sources, page, { line: first.end, put: [`${HERE}  say "You told me this: {${field}}."`] });
        }
      }
    },
  },
];
