/** The day for which the workloads are checked, so that a run next year finds what one finds today. */
export const TODAY = '2026-11-22';
