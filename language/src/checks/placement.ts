import { type AstNode, type CstNode, CstUtils, type LeafCstNode } from 'langium';
import { shortened } from '../findings/shortened.ts';
import { article } from '../findings/words.ts';
import * as ast from '../generated/ast.ts';
import { documentOf } from '../linking/files.ts';
import { homesOf, LINE_WORDS, MEMBERS, type MemberType, ONCE, PLACEMENT } from '../structure/placement.ts';
import type { Check, Place } from './check.ts';
import { rangeOf, relatedPlace } from './places.ts';
import { insteadOfLine, insteadOfMisplaced } from './slips/lines.ts';
import { slipAt } from './slips/slip-at.ts';
import { MOST_SHOWN, slippedWord, unexpectedWord } from './unexpected-words.ts';

/**
 * Each line stands in a member that can have such a line. Of several in one member that belong in the same place only the first is reported: most
 * likely that place was never opened.
 */
export const linesMustStandWhereTheyBelong: Check<ast.PlaybookFile> = (file, { report }) => {
  let reported = new Set<string>();
  const look = (line: ast.Item | ast.Ladder, member: MemberType | undefined): void => {
    if (ast.isStray(line) || (member && PLACEMENT[member].includes(line.$type))) return;
    const homes = homesOf(line.$type).map((home) => article(MEMBERS[home].noun));
    if (reported.has(homes.join())) return;
    reported.add(homes.join());
    const instead = insteadOfMisplaced(line.$type, member);
    report(
      'misplaced-line',
      {
        line: wordsOf(line),
        member: member && article(MEMBERS[member].noun),
        homes,
        ...(instead !== undefined && { instead }),
      },
      beginningOf(line),
    );
  };
  for (const line of file.orphans) look(line, undefined);
  for (const member of file.members) {
    reported = new Set();
    for (const line of member.items) look(line, member.$type);
  }
};

/** Every word begins a line of the language, or goes on with one. Of several that don't on one line, only the first is worth a finding. */
export const wordsMustMeanSomething: Check<ast.PlaybookFile> = (file, { report }) => {
  const { textDocument } = documentOf(file);
  let reportedLine = -1;
  const look = (line: ast.Item, member: MemberType | undefined): void => {
    if (!ast.isStray(line)) return;
    const place = { node: line, property: 'word' };
    const { start } = rangeOf(place);
    if (start.line === reportedLine) return;
    reportedLine = start.line;
    const before = textDocument.getText({ start: { line: start.line, character: 0 }, end: start }).trim();
    const last = member === ast.PhraseList.$type && line.word.startsWith('"') ? wordBefore(line) : undefined;
    if (last) {
      report(
        'expected-something',
        { expected: '`,`', after: shortened(last.text, MOST_SHOWN) },
        { ...place, range: last.range },
      );
    } else if (before === '') {
      const noun = member && article(MEMBERS[member].noun);
      const instead = insteadOfLine(line.word, member);
      report(
        'unknown-line',
        { word: line.word, ...(noun !== undefined && { member: noun }), ...(instead !== undefined && { instead }) },
        place,
      );
    } else {
      const text = textDocument.getText();
      const offset = textDocument.offsetAt(start);
      const slip = slipAt(text, offset);
      if (slip) {
        const range = { start: textDocument.positionAt(slip.start), end: textDocument.positionAt(slip.end) };
        report('unexpected-word', slippedWord(slip, text), { ...place, range });
      } else {
        report('unexpected-word', unexpectedWord(text, offset, line.word), place);
      }
    }
  };
  for (const line of file.orphans) look(line, undefined);
  for (const member of file.members) for (const line of member.items) look(line, member.$type);
};

/** What a member can say only once it says only once. A line whose first word is misspelt has its finding: which line it is, is a guess. */
export const linesMustNotBeRepeated: Check<ast.PlaybookFile> = (file, { report }) => {
  for (const member of file.members) {
    const seen = new Map<string, ast.Item>();
    for (const line of member.items) {
      if (ast.isStray(line) || !ONCE.has(line.$type) || beginsMisspelt(line)) continue;
      const first = seen.get(line.$type);
      if (!first) seen.set(line.$type, line);
      else
        report(
          'repeated-line',
          { line: LINE_WORDS[line.$type], member: article(MEMBERS[member.$type].noun) },
          { ...beginningOf(line), related: [relatedPlace(beginningOf(first), 'the first one is here')] },
        );
    }
  }
};

/** A file begins with its `use` lines; then comes the heading, if it has one. */
export const membersMustComeInOrder: Check<ast.PlaybookFile> = (file, { report }) => {
  let heading: ast.Heading | undefined;
  let latest: ast.Member | undefined;
  for (const member of file.members) {
    if (ast.isUse(member)) {
      if (latest) report('misplaced-member', { problem: 'late-use' }, { node: member, keyword: 'use' });
      continue;
    }
    if (ast.isHeading(member)) {
      const place: Place = { node: member, keyword: 'playbook' };
      if (heading)
        report(
          'misplaced-member',
          { problem: 'second-heading' },
          { ...place, related: [relatedPlace({ node: heading, keyword: 'playbook' }, 'the first one is here')] },
        );
      else if (latest) report('misplaced-member', { problem: 'late-heading' }, place);
      heading ??= member;
    }
    latest = member;
  }
};

function wordBefore({ $cstNode }: AstNode): CstNode | undefined {
  return $cstNode && CstUtils.getPreviousNode($cstNode, false);
}

/** The words that a line begins with, as it is written where there are several ways. */
function wordsOf(line: Exclude<ast.Item, ast.Stray>): string {
  if (ast.isReaction(line)) return line.turn === 'then' ? 'then' : `${line.turn} time`;
  if (ast.isCustomerDecides(line)) return `customer ${line.verdict}`;
  return LINE_WORDS[line.$type];
}

/** Whether the lexer took the first word for what it isn't quite. */
function beginsMisspelt(line: ast.Item): boolean {
  const first = firstLeaf(line);
  return first !== undefined && first.tokenType.name !== first.text;
}

function firstLeaf({ $cstNode }: AstNode): LeafCstNode | undefined {
  return $cstNode && CstUtils.flattenCst($cstNode).find((leaf) => !leaf.hidden);
}

/** The first word of a line. */
function beginningOf(node: AstNode): Place {
  const first = firstLeaf(node);
  return first ? { node, range: first.range } : { node };
}
