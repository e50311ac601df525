import { compilePartial, sourceChecks } from '@poise/generator';
import { guideOf } from '@poise/generator/guide';
import { ast, createPlaybookLanguage, type Finding } from '@poise/language';
import type { Position } from '@poise/runtime';
import fc from 'fast-check';
import { AstUtils, type LangiumDocument, URI } from 'langium';
import { expect, test } from 'vitest';
import { PATIENCE, runs } from '../harness/runs.ts';
import { shippedSources } from '../harness/shipped.ts';
import { mutated } from './mutated.ts';

type Source = LangiumDocument<ast.PlaybookFile>;

const { shared, playbook: services } = createPlaybookLanguage({ today: '2026-11-22', moreChecks: sourceChecks });
const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder } = shared.workspace;
const sources = shippedSources();
const uriOf = (path: string): URI => URI.parse(`playbook:///${path}`);
const documents = [...sources].map(([path, text]) => LangiumDocumentFactory.fromString(text, uriOf(path)));
for (const document of documents) LangiumDocuments.addDocument(document);
await DocumentBuilder.build(documents);

/** What is on a card by its kind and name. */
const SHOWN = [
  ...[ast.isTrigger, ast.isStep, ast.isBoundary, ast.isEscalation],
  ...[ast.isFollowUp, ast.isAgentCare, ast.isTrend],
];

const playbooks = [...sources].filter(([path]) => !path.includes('/shared/'));
const damage = fc.constantFrom(...playbooks).chain(([path, original]) =>
  mutated(original).map((text) => ({
    path,
    text,
    [fc.toStringMethod]: () => `${path}, with: ${JSON.stringify(newLines(original, text))}`,
  })),
);

function newLines(original: string, text: string): string[] {
  const known = new Set(original.split('\n'));
  return text.split('\n').filter((line) => !known.has(line));
}

/** The changed file, read in the place of the original. */
async function read(path: string, text: string): Promise<Source> {
  await DocumentBuilder.update([], [uriOf(path)]);
  const document = LangiumDocumentFactory.fromString<ast.PlaybookFile>(text, uriOf(path));
  LangiumDocuments.addDocument(document);
  await DocumentBuilder.build([document]);
  return document;
}

type Place = Finding['range']['start'];

function isUpTo(a: Place, b: Place): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}

test(
  'a playbook with anything in it changed is shown with all that has no mistake, and of the rest it is said that it is not',
  async () => {
    await fc.assert(
      fc.asyncProperty(damage, async ({ path, text }) => {
        const document = await read(path, text);
        const found = new Map<Source, readonly Finding[]>();
        const errorsOf = (used: Source): readonly Finding[] => {
          const known = found.get(used) ?? services.validation.DocumentValidator.check(used);
          found.set(used, known);
          return known.filter(({ severity }) => severity === 'error');
        };
        const partial = compilePartial(document, services.Workspace, errorsOf);
        if (!partial) return;
        const guide = guideOf(partial);
        const parts = guide.sections.flatMap((section) => section.parts);
        const errors = errorsOf(document);
        const file = partial.playbook.files.findIndex((one) => one.path === path);
        const { members } = document.parseResult.value;
        const isAt = ({ $cstNode }: ast.Member, at: Position): boolean =>
          at.file === file &&
          at.line - 1 === $cstNode?.range.start.line &&
          at.column - 1 === $cstNode.range.start.character;

        // What stands between two members belongs to the upper one.
        const mistaken = errors.flatMap(({ range }) => {
          const member = members.findLast(({ $cstNode }) => $cstNode && isUpTo($cstNode.range.start, range.start));
          return member && !ast.isScenario(member) ? [member] : [];
        });
        const unknown = mistaken.filter((member) => !partial.mistakes.some((one) => isAt(member, one.member.at)));
        expect(unknown.map(({ $cstNode }) => $cstNode?.text)).toEqual([]);

        const told = [
          ...guide.mistakes,
          ...parts.flatMap(({ mistake, lines }) =>
            [mistake ?? [], ...lines.filter(({ isMistake }) => isMistake)].flat(),
          ),
        ].map(({ at }) => JSON.stringify(at));
        expect(partial.mistakes.filter(({ at }) => !told.includes(JSON.stringify(at)))).toEqual([]);

        const isSound = ({ $cstNode }: ast.Member): boolean =>
          !errors.some(
            ({ range }) =>
              $cstNode && range.end.line >= $cstNode.range.start.line && range.start.line <= $cstNode.range.end.line,
          );
        // Of names from a file that can't be read nothing is found where they stand.
        const isLinked = (member: ast.Member): boolean =>
          AstUtils.streamAst(member)
            .flatMap((node) => AstUtils.streamReferences(node))
            .every(({ reference }) => 'ref' in reference && reference.ref !== undefined);
        const lost = members.filter((member) => {
          if (!SHOWN.some((is) => is(member))) return false;
          const part = parts.find(({ at }) => isAt(member, at));
          return !part || (isSound(member) && isLinked(member) && part.mistake);
        });
        expect(lost.map(({ $cstNode }) => $cstNode?.text)).toEqual([]);
      }),
      runs(25),
    );
  },
  PATIENCE,
);
