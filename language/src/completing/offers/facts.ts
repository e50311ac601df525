import { builtinInQuestion, type FactInQuestion, factInQuestion } from '../../checks/fact-types.ts';
import * as ast from '../../generated/ast.ts';
import type { Declared } from '../../linking/workspace.ts';
import type { Sight } from '../sight.ts';
import { type Frame, frameOf, wordsOf } from '../walk.ts';

/** What a line speaks of at a place: a fact that is asked about or given, or whatever else a question names. */
export interface Subject {
  readonly fact: FactInQuestion | undefined;
  /** All that is called so; none for a fact that is always there. */
  readonly declared: readonly Declared[];
}

/** What is spoken of where a value or the rest of a question is to follow. */
export function subjectAt(frame: Frame, sight: Sight): Subject | undefined {
  const asked = frameOf(frame, 'Comparison', 'FactValue', 'AgentRecords');
  if (!asked) return undefined;
  const [builtin] = wordsOf(asked, 'builtin');
  if (builtin !== undefined) return { fact: builtinInQuestion(builtin), declared: [] };
  const [name] = wordsOf(
    asked,
    asked.rule === 'Comparison' ? 'subject' : asked.rule === 'FactValue' ? 'fact' : 'field',
  );
  if (name === undefined) return undefined;
  const kinds = asked.rule === 'Comparison' ? sight.kindsOf('Subject') : sight.kindsOf('Fact');
  const declared = sight.named(name, kinds);
  const fact = declared.find(ast.isFact);
  return { fact: factInQuestion(fact), declared };
}

/** The choices that a name may be here: those of the fact in question, or of the signal called `channel`. */
export function choicesAt(frame: Frame, property: string | undefined, sight: Sight): readonly ast.Choice[] {
  const facts =
    property === 'channels'
      ? sight.named('channel', [ast.Signal.$type])
      : (subjectAt(frame, sight)?.declared.filter(ast.isFact) ?? []);
  return facts.flatMap((fact) => {
    const type = ast.isValue(fact) ? fact.valueType : undefined;
    return ast.isChoiceType(type) ? type.choices.filter(({ name }) => name) : [];
  });
}
