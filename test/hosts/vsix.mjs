// @ts-check
import fs from 'node:fs';
import path from 'node:path';
import JSZip from 'jszip';

/**
 * Unpacks a .vsix for a host that can't install one.
 * @param {string} vsix
 * @param {string} folder made anew
 * @returns {Promise<string>} the folder of the extension in it
 */
export async function unpackVsix(vsix, folder) {
  fs.rmSync(folder, { recursive: true, force: true });
  const zip = await JSZip.loadAsync(fs.readFileSync(vsix));
  for (const entry of Object.values(zip.files)) {
    const file = path.join(folder, entry.name);
    if (entry.dir || !file.startsWith(folder + path.sep)) continue;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, await entry.async('nodebuffer'));
  }
  return path.join(folder, 'extension');
}
