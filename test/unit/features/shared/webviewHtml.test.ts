import assert from 'node:assert/strict';
import type { Framework } from '../../../../src/core/framework/model';
import { webviewHtml } from '../../../../src/features/shared/webviewHtml';
import {
  parseModel,
  wordKeys,
  type FrameworkPageModel,
  type FrameworkPageStrings,
} from '../../../../src/protocol/frameworkView';

const nasty = '</script><!-- <script> & "quoted" \u2028';
const pole = {
  ...{ summary: nasty, behaviours: [nasty], tooMuch: [], tooLittle: [], statements: [], moves: [] },
  prompts: { reflection: [], oneOnOne: [], retrospective: [] },
};
const hat = { id: 'a', label: nasty, letter: 'A', purpose: '' };
const framework: Framework = {
  ...{ id: 'x', version: '1', language: 'en', title: nasty, principle: '', situations: [] },
  attribution: { author: '', title: '', date: '' },
  hats: [hat, hat],
  dimensions: [{ id: 'd', title: nasty, question: '', icon: '', poles: [pole, pole] }],
};
const model: FrameworkPageModel = {
  framework,
  words: Object.fromEntries(wordKeys.map((key) => [key, key])) as FrameworkPageStrings,
  cardButtons: [{ id: 'a', label: nasty }],
  language: 'de"><b>',
  memory: { at: 1, open: ['d'], query: '</script>', leftResults: false, scroll: 7, focus: 'search' },
  introduction: true,
};
const page = webviewHtml({
  cspSource: 'https://*.vscode-cdn.net',
  nonce: 'n0nce',
  script: 'https://x/webview.js?a="b',
  style: 'https://x/framework.css',
  model,
});

describe('The HTML of a webview', () => {
  it('starts from a policy that allows nothing, and opens it for our style and the scripts with the nonce', () => {
    const [, policy] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(page)!;
    assert.deepEqual(policy!.split('; '), [
      `default-src 'none'`,
      'style-src https://*.vscode-cdn.net',
      `script-src 'nonce-n0nce'`,
    ]);
  });

  it('has no script or style of its own', () => {
    assert.deepEqual(
      [...page.matchAll(/<script[^>]*>/g)].map(([tag]) => tag),
      [
        '<script type="application/json" id="model" nonce="n0nce">',
        '<script src="https://x/webview.js?a=&quot;b" nonce="n0nce">',
      ],
    );
    assert.doesNotMatch(page, /<style|\sstyle=|\son\w+=|javascript:/);
  });

  it('holds the whole model, and nothing in it ends its block', () => {
    const [, data] = /id="model" nonce="n0nce">([\s\S]*?)<\/script>/.exec(page)!;
    assert.doesNotMatch(data!, /</);
    assert.deepEqual(parseModel(JSON.parse(data!)), model);
  });

  it('names the language of the display', () => {
    assert.ok(page.includes('<html lang="de&quot;>&lt;b>">'));
  });
});
