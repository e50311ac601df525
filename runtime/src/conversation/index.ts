/** The engine: conversations over compiled playbooks. */
export type * from '../generated/conversation.ts';
export { Conversation, open } from './conversation.ts';
export { type Playbooks, prepare } from './playbooks.ts';
export { resume, type State } from './saved-state.ts';
export { textOf } from './texts.ts';
