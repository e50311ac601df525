import type { AstNode, Reference } from 'langium';
import * as ast from '../generated/ast.ts';
import type { Check, Place, Report } from './check.ts';
import { relatedPlace } from './places.ts';

/** Lists of names: each property that holds one, by the kind of line. */
type ListProperty = 'fields' | 'facts' | 'others' | 'channels';
type LineWithList = AstNode & { readonly [Property in ListProperty]?: readonly Reference[] };

/** A list of names has each of them once. */
export function listShouldNotRepeat(property: ListProperty): Check<LineWithList> {
  return (line, { report }) => {
    const names = (line[property] ?? []).map(({ $refText: name, $refNode: written }) => ({
      name,
      // Not by its number in the list: to look that up takes longer the longer the list is.
      place: { node: line, ...(written && { range: written.range }) },
    }));
    reportRepeated(names, report);
  };
}

/** A list of phrases names each other list once. */
export const phraseListsShouldNotRepeat: Check<ast.PhraseList | ast.Speech | ast.SayAct> = (node, { report }) => {
  const sources = ast.isPhraseList(node) ? [node.patterns, node.exceptions] : [node.phrases];
  for (const list of sources) {
    const named = list.filter(ast.isPhraseListReference);
    reportRepeated(
      named.map((source) => ({ name: source.list?.$refText, place: { node: source } })),
      report,
    );
  }
};

/** `is one of` names each choice once. */
export const choicesShouldNotRepeat: Check<ast.OneOfRelation> = (relation, { report }) => {
  const named = relation.values.filter(ast.isChoiceLiteral);
  reportRepeated(
    named.map((literal) => ({ name: literal.choice?.$refText, place: { node: literal } })),
    report,
  );
};

/** `given` and `with` say of each fact once what it is. */
export const givenFactsShouldNotRepeat: Check<ast.Given | ast.CustomerSays> = (line, { report }) => {
  const facts = (line.facts as ast.GivenFact[]).filter(ast.isFactValue);
  reportRepeated(
    facts.map((value) => ({ name: value.fact?.$refText, place: { node: value, property: 'fact' } })),
    report,
  );
};

function reportRepeated(listed: readonly { name: string | undefined; place: Place }[], report: Report): void {
  const seen = new Map<string, Place>();
  for (const { name, place } of listed) {
    if (!name) continue;
    const first = seen.get(name);
    if (!first) seen.set(name, place);
    else report('repeated-in-list', { name }, { ...place, related: [relatedPlace(first, 'the first one is here')] });
  }
}
