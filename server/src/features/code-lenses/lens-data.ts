import { ast } from '@poise/language';
import type { LangiumDocument } from 'langium';
import type { CodeLens } from 'vscode-languageserver';
import { titleOf } from '../../scenarios/titles.ts';

/** What a lens says: what came of a scenario, what covers a rule, where a name is used. */
const ABOUT = ['outcome', 'coverage', 'uses'] as const;

/** What a lens is about, so that its words can be found when somebody sees it, be the text another by then. */
export interface LensData extends Part {
  readonly uri: string;
  readonly about: (typeof ABOUT)[number];
}

/** A part of a file that a lens stands above, by what it is called. */
export interface Part {
  /** As the syntax tree has it: `Boundary`. */
  readonly type: string;
  /** Its name; of a scenario, its title. */
  readonly name: string;
  /** Where several have the same, which of them, from 0. */
  readonly nth: number;
}

/** The parts of a file that are called something, in order. */
export function partsIn(document: LangiumDocument): ReadonlyMap<ast.Member, Part> {
  const parts = new Map<ast.Member, Part>();
  const known = new Map<string, number>();
  for (const member of (document.parseResult.value as ast.PlaybookFile).members) {
    const name = calledBy(member);
    if (name === undefined) continue;
    const { $type: type } = member;
    const nth = known.get(`${type} ${name}`) ?? 0;
    known.set(`${type} ${name}`, nth + 1);
    parts.set(member, { type, name, nth });
  }
  return parts;
}

/** What came back with a lens: nothing where it isn't one of ours. */
export function readLensData({ data }: CodeLens): LensData | undefined {
  const read: Partial<LensData> | null | undefined = data;
  const { uri, type, name, nth, about } = read ?? {};
  const isWhole = [uri, type, name].every((text) => typeof text === 'string') && typeof nth === 'number';
  return isWhole && about && ABOUT.includes(about) ? (read as LensData) : undefined;
}

/** The part that a lens is about as the file is now, if it is still there. */
export function partOf({ type, name, nth }: LensData, document: LangiumDocument): ast.Member | undefined {
  for (const [member, part] of partsIn(document)) {
    if (part.type === type && part.name === name && part.nth === nth) return member;
  }
  return undefined;
}

/** What a part is called; nothing while that is being typed. */
function calledBy(member: ast.Member): string | undefined {
  if (ast.isScenario(member)) return member.title && titleOf(member);
  return 'name' in member ? member.name : undefined;
}
