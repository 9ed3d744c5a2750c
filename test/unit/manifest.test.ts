import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import manifest from '../../package.json';
import strings from '../../package.nls.json';
import framework from '../../src/core/framework/builtin.framework.yaml';
import builtInTemplates from '../../src/core/templates/builtin.templates.yaml';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(path.join('src', name), 'utf8') }));

const { contributes } = manifest;
const manifestText = readFileSync('package.json', 'utf8');
const commandIds = contributes.commands.map(({ command }) => command);
const settings: Record<
  string,
  { scope: string; default: unknown; order: number; markdownDescription: string }
> = contributes.configuration.properties;

function filesHolding(pattern: RegExp): string[] {
  return sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name);
}

function found(pattern: RegExp): string[] {
  return [...new Set(sources.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, id]) => id!)))].sort();
}

function textOf(file: string): string {
  return sources.find(({ name }) => name === file)!.text;
}

function literal(id: string): string {
  return id.replace(/[.:]/g, '\\$&');
}

describe('The README', () => {
  const readme = readFileSync('README.md', 'utf8');
  const formats = builtInTemplates.templates.filter(({ kind }) => kind === 'retrospective');

  it('names every dimension and every retrospective format', () => {
    assert.ok(framework.dimensions.length > 0 && formats.length > 0);
    for (const { title } of [...framework.dimensions, ...formats]) assert.ok(readme.includes(title), title);
  });

  it('counts none of them, and neither does the manifest', () => {
    const counted =
      /(\b(six|seven|eight|twelve|thirteen|36)|\d+) (of the )?(dimensions|statements|formats|retrospectives|1:1 agendas)/i;
    for (const text of [readme, JSON.stringify(strings), manifestText]) assert.doesNotMatch(text, counted);
  });
});

describe('The manifest', () => {
  for (const id of commandIds) {
    it(`has ${id} registered in exactly one file`, () => {
      assert.equal(filesHolding(new RegExp(`registerCommand\\(\\s*'${literal(id)}'`)).length, 1);
    });
  }

  it('contributes every command that the source registers', () => {
    assert.ok(commandIds.length > 0);
    assert.deepEqual(found(/registerCommand\(\s*'(twoHats\.\w+)'/g), [...commandIds].sort());
  });

  it('has a stand-in for every command that is registered late, and for no other', () => {
    const late = /from '\.\/features\/(\w+)'/g;
    const folders = [...textOf('commandFeatures.ts').matchAll(late)].map(
      ([, folder]) => `features/${folder}/`,
    );
    const ids = sources
      .filter(({ name }) => folders.some((folder) => name.startsWith(folder)))
      .flatMap(({ text }) =>
        [...text.matchAll(/registerCommand\(\s*'(twoHats\.\w+)'/g)].map(([, id]) => id!),
      );
    const standIns = [...textOf('lateCommands.ts').matchAll(/'(twoHats\.\w+)'/g)].map(([, id]) => id!);
    assert.ok(ids.length > 0);
    assert.deepEqual(standIns.sort(), ids.sort());
  });

  it('gives every command the category and a title without it', () => {
    for (const { command, title, category } of contributes.commands) {
      assert.equal(category, 'Two Hats', command);
      assert.match(title, /^%command\.\w+%$/, command);
    }
  });

  it('has the settings that the source reads, and no others', () => {
    assert.deepEqual(
      found(/'(twoHats\.[a-zA-Z.]+)'/g).filter((id) => id in settings),
      Object.keys(settings).sort(),
    );
    assert.deepEqual(found(/(?:read|write)\('(twoHats\.[\w.]+)'/g), Object.keys(settings).sort());
  });

  it('gives every setting a scope, an order, a default and a short description', () => {
    for (const [key, setting] of Object.entries(settings)) {
      assert.match(key, /^twoHats(\.[a-z][A-Za-z]*)+$/);
      assert.notEqual(setting.default, undefined, key);
      assert.equal(typeof setting.order, 'number', key);
      const description = text(setting.markdownDescription);
      assert.ok(
        description.length > 0 && description.length <= 200,
        `${key}: ${description.length} characters`,
      );
    }
  });

  it('lets no workspace redirect the journal, show ratings, or name a framework unasked', () => {
    assert.equal(settings['twoHats.journal.folder']?.scope, 'machine');
    assert.equal(settings['twoHats.cards.lastRatings']?.scope, 'application');
    assert.equal(settings['twoHats.framework']?.scope, 'machine-overridable');
    assert.deepEqual(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations, [
      'twoHats.framework',
    ]);
  });

  it('uses exactly the context keys that the source sets', () => {
    const used = [...new Set(manifestText.match(/twoHats:\w+/g))].sort();
    assert.ok(used.length > 0);
    assert.deepEqual(used, found(/'(twoHats:\w+)'/g));
  });

  it('has a text for every placeholder, and a placeholder for every text', () => {
    const placeholders = [...manifestText.matchAll(/"%([^%]+)%"/g)].map(([, key]) => key!);
    assert.deepEqual([...new Set(placeholders)].sort(), Object.keys(strings).sort());
  });

  it('names files that exist', () => {
    const files = [...manifestText.matchAll(/"(?:\.\/)?((?:media|snippets|l10n)(?:\/[^"]*)?)"/g)].map(
      ([, file]) => file!,
    );
    assert.ok(files.length > 5);
    for (const file of files) assert.ok(existsSync(file), file);
  });

  it('has one container with at most five views, each with an icon', () => {
    assert.equal(contributes.viewsContainers.activitybar.length, 1);
    const views = contributes.views.twoHats;
    assert.ok(views.length > 0 && views.length <= 5);
    for (const view of views) assert.ok(view.icon && view.contextualTitle, view.id);
  });

  it('has the views that the source registers, and no others', () => {
    const registered = found(/\b(?:createTreeView|registerWebviewViewProvider)\(\s*'([^']+)'/g);
    assert.deepEqual(registered, contributes.views.twoHats.map(({ id }) => id).sort());
  });

  it('has one walkthrough of at most six steps, each with an action, a picture and its own end', () => {
    assert.equal(contributes.walkthroughs.length, 1);
    const steps = contributes.walkthroughs[0]!.steps;
    assert.ok(steps.length > 0 && steps.length <= 6);
    for (const step of steps) {
      assert.match(text(step.description), /\]\(command:[\w.]+\)/, step.id);
      assert.ok(text(step.media.altText).length > 0, step.id);
      assert.equal(step.completionEvents.length, 1, step.id);
    }
  });

  it('is started by every window, before by a Markdown document or a report that the window brings back', () => {
    assert.deepEqual(manifest.activationEvents, [
      'onLanguage:markdown',
      'onStartupFinished',
      'onWebviewPanel:twoHats.balanceReport',
    ]);
  });

  it('is typed against the oldest VS Code that it claims to run in', () => {
    assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode']}`);
  });
});

describe('The languages', () => {
  const english = { texts: strings, bundle: bundleOf('l10n/bundle.l10n.json') };
  const languages = [
    ...new Set([
      ...languagesOf('.', /^package\.nls\.([\w-]+)\.json$/),
      ...languagesOf('l10n', /^bundle\.l10n\.([\w-]+)\.json$/),
    ]),
  ];

  it('have a text of their own for each English one, with the same places to fill', () => {
    const untold = languages.flatMap((language) => [
      ...missing(english.texts, bundleOf(`package.nls.${language}.json`)).map(
        (key) => `package.nls.${language}: ${key}`,
      ),
      ...missing(english.bundle, bundleOf(`l10n/bundle.l10n.${language}.json`)).map(
        (key) => `bundle.l10n.${language}: ${key}`,
      ),
    ]);
    assert.deepEqual(untold, []);
  });

  it('are known to miss a text, a place to fill, or a whole file', () => {
    const own = { a: 'eins {0}', b: 'zwei' };
    assert.deepEqual(missing({ a: 'one {0}', b: 'two {0}', c: 'three' }, own), ['b', 'c']);
    assert.deepEqual(missing({ a: 'one {0}' }, bundleOf('package.nls.none.json')), ['a']);
  });
});

function languagesOf(folder: string, name: RegExp): string[] {
  return readdirSync(folder).flatMap((file) => name.exec(file)?.[1] ?? []);
}

/** Texts by key; none where there is no such file. */
function bundleOf(file: string): Readonly<Record<string, unknown>> {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : {};
}

/** Keys of English texts that a language has none of, or one with other places to fill. */
function missing(
  english: Readonly<Record<string, unknown>>,
  own: Readonly<Record<string, unknown>>,
): string[] {
  const placesIn = (value: unknown) =>
    [...messageOf(value).matchAll(/\{\d+\}/g)].map(String).sort().join(' ');
  return Object.keys(english).filter(
    (key) => own[key] === undefined || placesIn(own[key]) !== placesIn(english[key]),
  );
}

/** A text that has comments for translators is an object. */
function messageOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'message' in value
    ? String(value.message)
    : String(value);
}

function text(placeholder: string): string {
  const entry = Object.entries(strings).find(([key]) => `%${key}%` === placeholder);
  return entry?.[1] ?? '';
}
