/** A question would need more nodes than there may be: it stays open, and whoever asked says so. */
export class TooLarge extends Error {}

/** What a question comes to, or `undefined` where it was too large to decide. */
export function unlessTooLarge<Answer>(decide: () => Answer): Answer | undefined {
  try {
    return decide();
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}
