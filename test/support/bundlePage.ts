import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../../scripts/paths.mjs';

/** Script and style sheet of a page's folder in `src/webview/`, as they are packaged. */
export async function bundlePage(name: string): Promise<{ script: string; style: string }> {
  const require = createRequire(path.join(root, 'package.json'));
  const esbuild = require('esbuild') as typeof import('esbuild');
  const { plugins } = require('./esbuild.js') as { plugins: import('esbuild').Plugin[] };
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['index.ts', 'style.css'].map((file) => `src/webview/${name}/${file}`),
    outdir: 'out',
    bundle: true,
    minify: true,
    write: false,
    platform: 'browser',
    plugins,
  });
  const textOf = (ending: string) => outputFiles.find((file) => file.path.endsWith(ending))!.text;
  return { script: textOf('.js'), style: textOf('.css') };
}
