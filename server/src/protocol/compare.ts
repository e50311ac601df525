/** What the playbooks do now beside what they did in an earlier version of their files, which the editor has. */

/** Compares: `CompareParams` → `CompareAnswer`, once all files have been read as they are now. */
export const COMPARE = 'poise/compare';

export interface CompareParams {
  /** What the earlier version goes by: `HEAD`, `main`. */
  readonly name: string;
  /** The folder that there is an earlier version of: what lies outside of it was as it is now. */
  readonly within: string;
  /** The playbooks and `poise.json`s that were as they are now, by their addresses. */
  readonly same: readonly string[];
  /** What those said then that were otherwise, by their addresses. What is in neither wasn't there. */
  readonly others: Readonly<Record<string, string>>;
  /**
   * The folder from which the page leads to sources: present ones as `/path#L1,1`, earlier ones as `path#L1,1`. Without it there are no links.
   */
  readonly linksFrom?: string;
  /** What the paths of earlier sources end with in links, so that a person sees what they are: ` (main)`. */
  readonly earlierEnding?: string;
}

export interface CompareAnswer {
  /** The page, as `poise diff --format markdown` has it: the changes open, and places as links. */
  readonly markdown: string;
}
