/** Tells an editor how far the server is with its work: a notification with a `Work`. */
export const WORK = 'poise/work';

export interface Work {
  /** Whether proofs are being looked for: findings may still be to come. */
  readonly isProving: boolean;
  /** How many playbooks the workspace has; files that others use are none. */
  readonly playbooks: number;
}
