import { ast, textValue } from '@poise/language';
import { FRAMEWORKS, type FrameworkOffer } from '../protocol/frameworks.ts';
import { untilAllChecked } from '../workspace/all-checked.ts';
import { answer } from './answer.ts';
import type { ServerParts } from './index.ts';

/** Answers which frameworks a new playbook may follow, in the order of the files that they are in. */
export function answerFrameworks(parts: ServerParts): void {
  const { connection, playbook } = parts;
  answer(connection, FRAMEWORKS, async (_: undefined, token): Promise<readonly FrameworkOffer[]> => {
    await untilAllChecked(parts, token);
    return playbook.Workspace.documents().flatMap(({ parseResult, uri }) =>
      parseResult.value.members
        .filter(ast.isFramework)
        .filter(hasName)
        .map(({ name, title, stages }) => ({
          name,
          title: titleOr(name, title),
          uri: uri.toString(),
          stages: stages.filter(hasName).map((stage) => ({
            name: stage.name,
            title: titleOr(stage.name, stage.title),
            isOptional: stage.optional,
          })),
        })),
    );
  });
}

/** Of one that is being written there may be no more than its first word yet. */
function hasName({ name }: { readonly name?: string }): boolean {
  return name !== undefined;
}

function titleOr(name: string, title: ast.Text | undefined): string {
  return title ? textValue(title) : name;
}
