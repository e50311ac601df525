/** A validator made from a schema: tells whether a value fits, and leaves in `errors` what doesn't. */
export interface Validate {
  (value: unknown): boolean;
  errors?: null | { instancePath: string; message?: string; keyword: string; params: Record<string, unknown> }[];
}
