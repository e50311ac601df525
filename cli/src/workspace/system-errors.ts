/** The system's short name of what went wrong, `ENOENT`; `undefined` if it wasn't the system. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** What the system said, in words, to stand after a colon. @throws the error itself if it isn't the system's */
export function reasonOf(error: unknown): string {
  const code = errorCode(error);
  switch (code) {
    case undefined:
      throw error;
    case 'EACCES':
    case 'EPERM':
      return 'you have no permission';
    case 'ENOENT':
      return 'it is not there any more';
    case 'ENOTDIR':
    case 'EEXIST':
      return 'a file of that name is in the way';
    case 'EISDIR':
    case 'ENOTEMPTY':
      return 'a folder of that name is in the way';
    case 'ELOOP':
      return 'it is a link that leads back to itself';
    case 'ENAMETOOLONG':
      return 'its name is too long';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full';
    case 'EFBIG':
      return 'it would be larger than this system allows';
    case 'EROFS':
      return 'the disk is read-only';
    case 'EMFILE':
    case 'ENFILE':
      return 'too many files are open on this machine';
    default:
      return `the system says ${code}`;
  }
}
