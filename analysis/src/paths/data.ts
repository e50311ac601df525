import type { Circumstance } from '../states/circumstance.ts';

/** One move of a path that a finding shows. */
export interface PathMove {
  /** The step that one comes to; none at the end of the playbook. */
  readonly step?: string;
  /** The steps that are passed over on the way, because they are skipped. */
  readonly skipped: readonly string[];
  /** What has to be so for this move. */
  readonly when: readonly Circumstance[];
}

/** Something that a conversation comes to. */
export interface MilestoneName {
  readonly kind: 'step' | 'stage' | 'close';
  readonly id?: string;
}

/** A path in one situation. */
interface PathInSituation {
  readonly path: readonly PathMove[];
  /** What is so in the whole conversation. */
  readonly when: readonly Circumstance[];
}

/** What is known of findings about paths through the steps. */
export interface PathData {
  /** `ways`: the steps from which a way would lead there, if what it needs could be so. */
  'unreachable-step': { readonly step: string; readonly ways: readonly string[] };
  'no-way-out': { readonly step: string; readonly circle: readonly string[] };
  'circle-without-progress': {
    /** The steps in their order, the first again at the end. */
    readonly circle: readonly string[];
    readonly when: readonly Circumstance[];
  };
  'order-broken': {
    readonly first: MilestoneName;
    readonly later: MilestoneName;
    readonly path: readonly PathMove[];
  };
  'obligation-left-open': PathInSituation & { readonly demand: Demand; readonly before: MilestoneName };
  'unfilled-placeholder': PathInSituation & { readonly step: string; readonly field: string };
  'gathered-too-late': {
    readonly step: string;
    readonly field: string;
    /** The steps that ask for it or record it. */
    readonly gatheredIn: readonly string[];
  };
}

/** What a boundary demands: fields, a wording or a phrase list, an offer; by name, a list written in place without one. */
export interface Demand {
  readonly kind: 'record' | 'say' | 'offer';
  readonly name?: string;
}
