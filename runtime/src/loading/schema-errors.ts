import type { Validate } from '../validate.ts';
import { Path } from './path.ts';
import type { Report } from './problems.ts';
import { oneOf, quoted } from './quoted.ts';

type SchemaError = NonNullable<Validate['errors']>[number];

/** What tells apart the kinds of a part. A kind that it isn't says nothing about what is wrong with it. */
const TAGS = /\/(kind|type|act)$/;

/**
 * Tells what the validator found. It stops at the first mistake; but where a part may be of several kinds it says of each kind why it isn't that.
 * What was found deepest is about the kind that was meant.
 */
export function reportSchemaErrors(errors: readonly SchemaError[], report: Report): void {
  const telling = errors.filter(({ keyword }) => keyword !== 'anyOf');
  const meant = telling.filter((error) => !isOfTag(error));
  const candidates = meant.length > 0 ? meant : telling;
  const depth = Math.max(0, ...candidates.map(depthOf));
  const deepest = candidates.filter((error) => depthOf(error) === depth);
  const [first] = deepest;
  if (!first) return;
  const missing = namesIn(deepest, 'required', 'missingProperty');
  const choices = [...namesIn(deepest, 'const', 'allowedValue'), ...namesIn(deepest, 'enum', 'allowedValues')];
  const plain = deepest.find(({ keyword }) => !['required', 'const', 'enum'].includes(keyword));
  const what = plain ? inWords(plain) : missing.length > 0 ? lacks(missing) : `this has to be ${oneOf(choices)}`;
  report('not-as-the-schema', { what }, pathOf((plain ?? first).instancePath));
}

/** What the errors of that keyword name, each name once. */
function namesIn(errors: readonly SchemaError[], keyword: string, parameter: string): string[] {
  const named = errors.filter((error) => error.keyword === keyword).flatMap(({ params }) => params[parameter]);
  return [...new Set(named.map(String))];
}

function isOfTag({ keyword, instancePath }: SchemaError): boolean {
  return (keyword === 'const' || keyword === 'enum') && TAGS.test(instancePath);
}

function depthOf({ instancePath }: SchemaError): number {
  return instancePath.split('/').length;
}

/** The validator's places are pointers already: only known names and numbers, in which nothing is escaped. */
function pathOf(pointer: string): Path {
  return pointer === '' ? Path.ROOT : Path.ROOT.at(...pointer.slice(1).split('/'));
}

function lacks(properties: readonly string[]): string {
  return properties.length === 1
    ? `the property ${oneOf(properties)} is missing here`
    : `a property is missing here (its kind says whether ${oneOf(properties)}), or its kind is not known`;
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};

function inWords({ keyword, params, message }: SchemaError): string {
  switch (keyword) {
    case 'type':
      return `this has to be ${[params.type]
        .flat()
        .map((type) => TYPES[String(type)] ?? String(type))
        .join(' or ')}`;
    case 'pattern':
      return `this text has to have the form ${quoted(String(params.pattern))}`;
    case 'minimum':
    case 'maximum':
      return `this number has to be at ${keyword === 'minimum' ? 'least' : 'most'} ${String(params.limit)}`;
    case 'minItems':
    case 'maxItems':
      return `this list has to have at ${keyword === 'minItems' ? 'least' : 'most'} ${String(params.limit)} entries`;
    case 'maxLength':
      return `this text has to be at most ${String(params.limit)} characters long`;
    case 'additionalProperties':
      return `${quoted(String(params.additionalProperty))} is not known here`;
    default:
      return message ?? keyword;
  }
}
