import type { WrongDocument } from './wrong-document.ts';

/** Documents that this engine, or any, must not run, and such as are none. */
export const WRONG_HEADINGS: readonly WrongDocument[] = [
  // The heading.
  {
    name: 'no format',
    edits: { '/format': undefined },
    code: 'not-a-document',
    path: '/format',
    message:
      'this is no compiled playbook: give an object, or its text, with a `format` such as `1.0` as `poise build` writes it (`index.json` only lists them)',
  },
  { name: 'a format that is no version', edits: { '/format': 'one' }, code: 'not-a-document', path: '/format' },
  {
    name: 'a later major version',
    edits: { '/format': '2.0', '/steps': 'something else' },
    code: 'other-format',
    path: '/format',
    message: 'this document is of format `2.0`, and this engine reads format 1: use a newer engine',
  },
  {
    name: 'an earlier major version',
    edits: { '/format': '0.9' },
    code: 'other-format',
    path: '/format',
    message:
      'this document is of format `0.9`, and this engine reads format 1: build the playbook again with `poise build`',
  },
  {
    name: 'a preview',
    edits: { '/complete': false },
    code: 'incomplete',
    path: '/complete',
    message:
      'this is a preview with parts left out, which must never be run: correct what `poise check` finds, then run `poise build`',
  },
  {
    name: 'a capability of a later version, before anything else that comes with it',
    edits: { '/requires/-': 'telepathy', '/steps/0/lines/0/kind': 'think' },
    code: 'unknown-capability',
    path: '/requires/20',
    message: "this playbook requires `telepathy`, which this engine doesn't know: use a newer engine",
  },

  // The schema.
  { name: 'no steps', edits: { '/steps': undefined }, code: 'not-as-the-schema', path: '' },
  { name: 'requires that is no list', edits: { '/requires': 'phrases' }, code: 'not-as-the-schema', path: '/requires' },
  {
    name: 'a requirement that is no text',
    edits: { '/requires/0': 7 },
    code: 'not-as-the-schema',
    path: '/requires/0',
    message: 'this has to be a text: build the playbook again with `poise build`',
  },
  {
    name: 'a line without what its kind needs',
    edits: { '/steps/0/lines/2/field': undefined },
    code: 'not-as-the-schema',
    path: '/steps/0/lines/2',
  },
  {
    name: 'a list in a line that is none',
    edits: { '/steps/0/lines/0/alternatives/0/parts': 'Sorry.' },
    code: 'not-as-the-schema',
    path: '/steps/0/lines/0/alternatives/0/parts',
    message: 'this has to be a list: build the playbook again with `poise build`',
  },
  {
    name: 'a unit that nobody knows',
    edits: { '/facts/1/type/unit': 'eons' },
    code: 'not-as-the-schema',
    path: '/facts/1/type/unit',
    message:
      'this has to be `seconds`, `minutes`, `hours`, `days` or `weeks`: build the playbook again with `poise build`',
  },
  {
    name: 'an operator that is not of the format',
    edits: { '/triggers/0/when/certain/or/1': { '==': [{ var: 'stuck' }, true] } },
    code: 'not-as-the-schema',
    path: '/triggers/0/when/certain/or/1',
  },
  {
    name: 'an expression that is two',
    edits: { '/triggers/0/when/certain/and': [{ '===': [{ var: 'stuck' }, true] }] },
    code: 'not-as-the-schema',
    path: '/triggers/0/when/certain',
    message: '`or` is not known here: build the playbook again with `poise build`',
  },
  { name: 'a day in another form', edits: { '/validFrom': '1/1/2026' }, code: 'not-as-the-schema', path: '/validFrom' },
  {
    name: 'minutes beyond the day',
    edits: { '/teams/0/hours/0/to': 1500 },
    code: 'not-as-the-schema',
    path: '/teams/0/hours/0/to',
    message: 'this number has to be at most 1440: build the playbook again with `poise build`',
  },
  {
    name: 'a boundary without a rule',
    edits: { '/boundaries/1/rules': [] },
    code: 'not-as-the-schema',
    path: '/boundaries/1/rules',
  },
  { name: 'a playbook without a name', edits: { '/id': '' }, code: 'not-as-the-schema', path: '/id' },
];
