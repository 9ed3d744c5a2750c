/**
 * The folder in which the person stands: npm starts scripts in the package's.
 * @param name the script's, in `package.json`
 */
export function whereCalled(name: string): string {
  const { npm_lifecycle_event: script, INIT_CWD: folder } = process.env;
  return script === name && folder !== undefined ? folder : '.';
}
