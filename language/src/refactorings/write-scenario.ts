import { AstUtils } from 'langium';
import { below } from '../fixes/lines.ts';
import * as ast from '../generated/ast.ts';
import { headingOf } from '../linking/files.ts';
import { escaped } from '../parsing/strings.ts';
import { textValue } from '../parsing/texts.ts';
import { linesOf } from '../structure/placement.ts';
import { type Circumstances, circumstancesOf, exampleOf, messagesIn, oneThenOther } from './circumstances.ts';
import type { Refactorer } from './refactoring.ts';

/** A scenario to be: what it shows, under which circumstances, and what follows then. */
interface Sketch {
  readonly title: string;
  readonly circumstances: Circumstances;
  /** More that happens, and what is expected of it. */
  readonly lines: readonly string[];
}

/** Writes a scenario for a rule or the first step of a playbook, where the words of its condition show how it comes about. */
export const writeScenarioFor: Refactorer = ({ node, start, document }) => {
  const file = document.parseResult.value;
  const member = AstUtils.getContainerOfType(node, ast.isMember);
  const isOnItsLine = member?.$cstNode?.range.start.line === document.textDocument.positionAt(start).line;
  const heading = headingOf(file);
  const last = file.members.at(-1);
  const sketch = isOnItsLine && heading?.name && last ? sketchFor(member, heading, file) : undefined;
  if (!sketch || !last) return [];
  const { title, circumstances, lines } = sketch;
  const scenario = [
    '',
    `scenario "${escaped(title)}"`,
    ...eventsOf(circumstances),
    ...lines.map((line) => `  ${line}`),
  ];
  return [
    { kind: 'rewrite', title: 'Write a scenario for this', changes: [below(document, last, scenario.join('\n'))] },
  ];
};

function sketchFor(member: ast.Member, heading: ast.Heading, file: ast.PlaybookFile): Sketch | undefined {
  const triggers = file.members.filter(ast.isTrigger).filter(({ unless }) => !unless);
  const begins = triggers.map(({ when }) => circumstancesOf(when)).find((one) => one !== undefined);
  const firstStep = file.members.find(ast.isStep);
  if (!firstStep?.name || firstStep.items.some((line) => ast.isSkipWhen(line) || ast.isGoTo(line))) return undefined;
  const started = [`expect playbook ${heading.name}`, `expect step ${firstStep.name}`];
  switch (member.$type) {
    case 'Trigger': {
      const circumstances = member.unless ? undefined : circumstancesOf(member.when);
      return circumstances && { title: titleOf(member), circumstances, lines: started };
    }
    case 'Step':
      return member === firstStep && begins
        ? { title: titleOf(member), circumstances: begins, lines: started }
        : undefined;
    case 'Escalation': {
      const circumstances = member.unless ? undefined : oneThenOther(begins, circumstancesOf(member.when));
      return circumstances && { title: titleOf(member), circumstances, lines: [`expect escalation ${member.name}`] };
    }
    case 'Boundary': {
      const forbidden = linesOf(member, ast.isNever)
        .filter(({ when, unless }) => !when && !unless)
        .flatMap(({ acts }) => acts.filter(ast.isSayAct).flatMap(({ phrases }) => phrases))
        .map(exampleOf)
        .find((text) => text !== undefined);
      if (forbidden === undefined || !begins) return undefined;
      const lines = [`agent says "${escaped(forbidden)}"`, `expect reply blocked by ${member.name}`];
      return { title: titleOf(member), circumstances: begins, lines };
    }
    default:
      return undefined;
  }
}

function titleOf({ title, name }: ast.Trigger | ast.Step | ast.Escalation | ast.Boundary): string {
  const words = title ? textValue(title) : name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function eventsOf(circumstances: Circumstances): string[] {
  const facts = [...circumstances.given].map(([fact, value]) => `${fact} ${value}`);
  return [
    ...(facts.length > 0 ? [`  given ${facts.join(', ')}`] : []),
    ...messagesIn(circumstances).map((text) => `  customer says "${escaped(text)}"`),
  ];
}
