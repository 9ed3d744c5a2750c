/** A folder whose file system replaces one file by another at once. */
export interface ReplacingFolder {
  write(name: string, text: string): Promise<void>;
  /** In the place of what is there. */
  rename(from: string, to: string): Promise<void>;
  remove(name: string): Promise<void>;
}

/** A file holds the old text or the new one, and nothing half-written stays beside it, unless the process ends. */
export async function replaceBeside(folder: ReplacingFolder, name: string, text: string): Promise<void> {
  const beside = `${Math.random().toString(16).slice(2)}.tmp`;
  try {
    await folder.write(beside, text);
    await folder.rename(beside, name);
  } catch (error) {
    await folder.remove(beside).catch(() => undefined);
    throw error;
  }
}
