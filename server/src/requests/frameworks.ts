import { ast, textValue } from '@poise/language';
import { FRAMEWORKS, type FrameworkOffer } from '../protocol/frameworks.ts';
import type { ServerParts } from './index.ts';

/** Answers which frameworks a new playbook may follow, in the order of the files that they are in. */
export function answerFrameworks({ connection, playbook }: ServerParts): void {
  connection.onRequest(FRAMEWORKS, (): readonly FrameworkOffer[] =>
    playbook.Workspace.documents().flatMap(({ parseResult, uri }) =>
      parseResult.value.members.filter(ast.isFramework).map(({ name, title, stages }) => ({
        name,
        title: titleOr(name, title),
        uri: uri.toString(),
        stages: stages.map((stage) => ({
          name: stage.name,
          title: titleOr(stage.name, stage.title),
          isOptional: stage.optional,
        })),
      })),
    ),
  );
}

function titleOr(name: string, title: ast.Text | undefined): string {
  return title ? textValue(title) : name;
}
