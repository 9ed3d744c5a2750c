/** `npm run --silent scan -- DIR`: what the extension finds in the notes of a folder, as JSON lines. */
import path from 'node:path';
import { scanFolder } from './scanFolder';
import { whereCalled } from './whereCalled';

async function main(folder: string | undefined): Promise<void> {
  if (folder === undefined) throw new Error('Name the folder: npm run --silent scan -- DIR');
  for await (const lines of scanFolder(path.resolve(whereCalled('scan'), folder)))
    process.stdout.write(lines);
}

// Whoever reads may have seen enough: `… | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') console.error(error.message);
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});
main(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
