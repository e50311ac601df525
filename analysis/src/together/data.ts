import type { Circumstance } from '../states/circumstance.ts';

/** What is known of two playbooks that start together. */
export interface TogetherData {
  'unclear-lead': {
    readonly playbook: string;
    readonly other: string;
    /** The plainest situation in which one event starts both. */
    readonly circumstances: readonly Circumstance[];
  };
}
