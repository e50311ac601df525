import { type AstNode, GrammarUtils, type LangiumDocument, UriUtils } from 'langium';
import type { Range } from 'vscode-languageserver-types';
import type { RelatedPlace } from '../findings/finding.ts';
import { documentOf } from '../linking/files.ts';
import type { Place } from './check.ts';

const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Where a place is in the text. A node that the parser made up has no text of its own: then it is where what holds it begins. */
export function rangeOf(place: Place): Range {
  if (place.range) return place.range;
  const { $cstNode } = place.node;
  const part =
    (place.property && GrammarUtils.findNodeForProperty($cstNode, place.property, place.index)) ||
    (place.keyword && GrammarUtils.findNodeForKeyword($cstNode, place.keyword, place.index)) ||
    $cstNode;
  if (part) return part.range;
  return place.node.$container ? rangeOf({ node: place.node.$container }) : START;
}

/** The range of a stretch of a node's text, by UTF-16 offsets inside a token of it that lies on one line. */
export function rangeWithin(place: Place, start: number, end: number): Range {
  const whole = rangeOf(place);
  return {
    start: { line: whole.start.line, character: whole.start.character + start },
    end: { line: whole.start.line, character: whole.start.character + end },
  };
}

/** A place to show besides a finding's own. */
export function relatedPlace(place: Place, message: string): RelatedPlace {
  return { uri: documentOf(place.node).uri.toString(), range: rangeOf(place), message };
}

/** The path of a file as another file of the workspace would write it in a `use` line. */
export function pathBetween(from: LangiumDocument<AstNode>, to: LangiumDocument<AstNode>): string {
  return UriUtils.relative(UriUtils.dirname(from.uri), to.uri);
}
