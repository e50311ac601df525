/** A file system error, and the file that the build was about. */
export class OutputError extends Error {
  readonly file: string;

  constructor(file: string, cause: unknown) {
    super('the output could not be written', { cause });
    this.file = file;
  }
}

/** Runs what concerns a file of the output. @throws OutputError for whatever it throws */
export function about<Result>(file: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    throw new OutputError(file, error);
  }
}
