import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { packageReadme } from '../../../scripts/packageReadme.mjs';
import { root } from '../../../scripts/paths.mjs';

describe('The page of the extension', () => {
  const page = packageReadme(fs.readFileSync(path.join(root, 'README.md'), 'utf8'));

  it('begins with what a lead gets', () => {
    assert.match(page, /^# Two Hats\n\n\*\*Management and leadership at hand/);
    assert.ok(page.indexOf('## What it does') < page.indexOf('## Commands'));
    assert.doesNotMatch(page, /npm (?:start|test|run package)|repository -->/);
  });

  it('has no picture and no link that leads nowhere', () => {
    const targets = [...page.matchAll(/\]\(([^)\s]*)\)/g)].map(([, target]) => target!);
    const outsideCode = targets.filter((target) => !/^\d{4}-\d\d-\d\d$/.test(target) && target !== '…');
    assert.deepEqual(
      outsideCode.filter((target) => !/^(https:|#)/.test(target)),
      [],
    );
  });
});
