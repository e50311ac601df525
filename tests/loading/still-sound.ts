import type { Edits } from './edits.ts';
import { AT } from './wrong/wrong-document.ts';

/** Changes after which a document is as sound as before. */
export const STILL_SOUND: readonly { readonly name: string; readonly edits: Edits }[] = [
  {
    name: 'a later minor version, with properties that nobody knows',
    edits: { '/format': '1.7', '/moods': { at: 7 }, '/steps/0/colour': 'red' },
  },
  { name: 'parts that may be left out and that nobody knows', edits: { '/uses/-': 'telepathy' } },
  {
    name: 'playbooks that are not in the set',
    edits: {
      '/beats/playbooks/-': 'other',
      '/steps/2/exits/-': { id: 'x', kind: 'continueWith', playbook: 'other', at: AT },
      '/steps/2/lines/-': { id: 'y', kind: 'complete', playbook: 'other', at: AT },
      '/escalations/0/continueWith/-': { playbook: 'other' },
    },
  },
  {
    name: 'happenings of what is not here',
    edits: {
      '/trends/0/of': { kind: 'playbook', id: 'other' },
      '/facts/16/derive/what': { kind: 'action', id: 'other' },
    },
  },
  {
    name: 'stages and steps that a house rule names',
    edits: {
      '/boundaries/1/rules/-': {
        id: 'x',
        kind: 'order',
        first: { kind: 'stage', id: 'other' },
        later: { kind: 'step', id: 'other' },
        at: AT,
      },
    },
  },
  {
    name: 'offers that are never made',
    edits: { '/boundaries/0/rules/-': { id: 'x', kind: 'mustOffer', offer: 'other', at: AT } },
  },
  {
    name: 'one name for things of different kinds',
    edits: {
      '/actions/0/id': 'hear',
      '/steps/2/lines/0/action': 'hear',
      '/boundaries/0/rules/5/acts/0/action': 'hear',
    },
  },
  { name: 'a key that every object has', edits: { '/constructor': 'harmless', '/toString': null } },
];
