import { ast, textValue } from '@poise/language';

/** The scenarios of a file that have a title, in the order written: while a heading is being typed, it has none. */
export function titledScenarios(file: ast.PlaybookFile): readonly ast.Scenario[] {
  return file.members.filter(ast.isScenario).filter(({ title }) => title !== undefined);
}

/** What people call it: its name if it has no title. */
export function titleOf(part: ast.Scenario | ast.Heading): string {
  if (part.title) return textValue(part.title);
  return ast.isHeading(part) ? (part.name ?? '') : '';
}
