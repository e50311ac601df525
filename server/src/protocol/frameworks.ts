/** Asks for the frameworks of the workspace, which a new playbook may follow: no parameters → `readonly FrameworkOffer[]`. */
export const FRAMEWORKS = 'poise/frameworks';

export interface FrameworkOffer {
  readonly name: string;
  /** As people call it: its name if it has no title. */
  readonly title: string;
  /** The file that it is in. */
  readonly uri: string;
  readonly stages: readonly StageOffer[];
}

export interface StageOffer {
  readonly name: string;
  readonly title: string;
  readonly isOptional: boolean;
}
