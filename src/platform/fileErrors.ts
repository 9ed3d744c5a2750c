import { FileError, type FileErrorCode } from '../core/journal/files';

/** What the system calls them. */
const codes: Readonly<Record<string, FileErrorCode>> = {
  EROFS: 'readOnly',
  EACCES: 'noPermission',
  EPERM: 'noPermission',
  ENOSPC: 'noSpace',
  EDQUOT: 'noSpace',
  ENOTDIR: 'notAFolder',
  EEXIST: 'notAFolder',
  ENAMETOOLONG: 'nameTooLong',
  EBUSY: 'busy',
  ETXTBSY: 'busy',
  EMFILE: 'tooManyOpen',
  ENFILE: 'tooManyOpen',
};

/** @param code the system's */
export function fileErrorOf(code: string, path: string, error: unknown): FileError {
  return new FileError(codes[code] ?? 'unavailable', path, error);
}
