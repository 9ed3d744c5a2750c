// What `npm run kills -- --host` does: kills a real VS Code server while it writes, starts it again, and looks at what
// is there. Every second kill leaves the extension host alive, which then loses its server.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { makeTempFolder, removeFolder, root } from '../../scripts/paths.mjs';
import { randomFrom } from '../../src/core/util/random';
import { openBrowser, waitForWorkbench } from '../hosts/browser.mjs';
import { quietSettings, startServer } from '../hosts/server.mjs';
import { Workbench } from '../pages/workbench';
import { untilTrue } from '../support/until';

const rounds = Number(process.env.TWO_HATS_KILLS);
/** Chosen anew each time, and printed: the same moments again with `TWO_HATS_SEED`. */
const seed = Number(process.env.TWO_HATS_SEED ?? Date.now() % 1_000_000);
const next = randomFrom(seed);

type Texts = Readonly<Record<string, string>>;

/** A window on a journal, whose server can be killed and started again. */
class Mortal {
  readonly #journal = makeTempFolder('journal');
  readonly #dataDir = makeTempFolder('server');
  #browser: Awaited<ReturnType<typeof openBrowser>> | undefined;
  #server: Awaited<ReturnType<typeof startServer>> | undefined;
  #workbench: Workbench | undefined;

  constructor(texts: Texts) {
    for (const [name, text] of Object.entries(texts)) {
      const file = path.join(this.#journal, name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, text);
    }
  }

  /** Every note of the journal, by its path there. */
  get texts(): Texts {
    const names = fs.readdirSync(this.#journal, { recursive: true, encoding: 'utf8' });
    const notes = names.filter((name) => name.endsWith('.md'));
    return Object.fromEntries(
      notes.map((name) => [name, fs.readFileSync(path.join(this.#journal, name), 'utf8')]),
    );
  }

  get workbench(): Workbench {
    assert.ok(this.#workbench);
    return this.#workbench;
  }

  /** On the same port as before, so that the browser finds again what it stored. */
  async start(): Promise<void> {
    this.#server = await startServer({
      ...{ extension: root, dataDir: this.#dataDir, port: this.#server?.port ?? 0, settings: quietSettings },
      machineSettings: { 'twoHats.journal.folder': this.#journal },
    });
    const browser = (this.#browser ??= await openBrowser());
    this.#workbench = new Workbench(
      browser.context,
      browser.page,
      { url: () => '', stop: () => Promise.resolve(), changeSettings: () => undefined },
      () => Promise.resolve(),
    );
    await browser.page.goto(this.#server.url());
    await waitForWorkbench(browser.page);
  }

  /** @param withHosts else the extension host outlives its server for a moment */
  async kill(withHosts: boolean): Promise<void> {
    const { child, stop } = this.#server ?? assert.fail('There is no server.');
    assert.ok(child.pid !== undefined && process.kill(withHosts ? -child.pid : child.pid, 'SIGKILL'));
    await stop();
  }

  async end(): Promise<void> {
    await this.#server?.stop();
    await this.#browser?.close();
    removeFolder(this.#journal);
    removeFolder(this.#dataDir);
  }
}

const random = (below: number): number => Math.floor(next() * below);
const moment = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const count = (texts: Texts, part: string): number =>
  Object.values(texts).reduce((sum, text) => sum + text.split(part).length - 1, 0);

describe(`A VS Code server that is killed while it writes (seed ${seed})`, () => {
  let mortal: Mortal;

  async function begin(texts: Texts): Promise<Workbench> {
    mortal = new Mortal(texts);
    await mortal.start();
    return mortal.workbench;
  }

  afterEach(() => mortal.end());

  const notes = 45;
  const filler = 'What is said of many things, at length. '.repeat(250);

  for (let round = 0; round < rounds; round++) {
    const withHosts = round % 2 === 0;
    const title = withHosts ? 'with its extension host' : 'alone';

    it(`${title} leaves each note old or new, and says that the change was interrupted`, async () => {
      const before = Object.fromEntries(
        Array.from({ length: notes }, (_, index) => [`notes/${index}.md`, `A #risk-taking\n${filler}\n`]),
      );
      const after = Object.fromEntries(
        Object.entries(before).map(([name, text]) => [name, text.replace('risk-taking', 'time-horizon')]),
      );
      const workbench = await begin(before);
      await workbench.command('Two Hats: Change Tag Everywhere…');
      await workbench.quickInput.waitForTitle('(1/2)');
      await workbench.quickInput.press('Enter');
      await workbench.quickInput.waitForTitle('(2/2)');
      await workbench.quickInput.fill('time-horizon');
      await workbench.quickInput.pick('#time-horizon');
      await workbench.page.locator('.monaco-dialog-box').getByRole('button', { name: 'Change' }).click();
      const changed = 1 + random(notes - 1);
      await untilTrue(() => count(mortal.texts, '#time-horizon') >= changed);
      await mortal.kill(withHosts);
      const { texts } = mortal;
      const done = count(texts, '#time-horizon');
      console.log(`      killed with ${done} of ${notes} notes changed`);
      for (const name of Object.keys(before))
        assert.ok(
          [before[name], after[name]].includes(texts[name]),
          `${name}: ${texts[name]?.length} characters`,
        );
      await mortal.start();
      if (done < notes) {
        const answer = random(2) === 0 ? 'Go On' : 'Undo';
        await mortal.workbench.answer('was interrupted', answer);
        const wanted = answer === 'Undo' ? before : after;
        await untilTrue(() => Object.keys(before).every((name) => mortal.texts[name] === wanted[name]));
      }
      assert.equal(Object.keys(mortal.texts).length, notes);
    });

    it(`${title} leaves what is captured in its note, or offers it again`, async () => {
      const workbench = await begin({ 'notes/old.md': '# Old\n' });
      await workbench.command('Two Hats: Capture Note…');
      await workbench.quickInput.waitForTitle('Capture Note');
      await workbench.quickInput.fill('a quince, and no other fruit');
      await workbench.quickInput.press('Enter');
      await moment(random(200));
      await mortal.kill(withHosts);
      const arrived = count(mortal.texts, 'a quince, and no other fruit');
      assert.ok(arrived <= 1);
      await mortal.start();
      await mortal.workbench.command('Two Hats: Capture Note…');
      await mortal.workbench.quickInput.waitForTitle('Capture Note');
      const offered = await mortal.workbench.quickInput.input.inputValue();
      console.log(`      ${arrived === 1 ? 'in its note' : 'not in its note'}, offered: “${offered}”`);
      assert.equal(offered, arrived === 1 ? '' : 'a quince, and no other fruit');
    });

    it(`${title} leaves every action open once`, async () => {
      const actions = ['- [ ] Send the plan', '- [ ] Ask about the move'];
      const workbench = await begin({
        'people/robin-sample/2026-01-02.md': `---\nperson: Robin Sample\n---\n\n${actions.join('\n')}\n`,
      });
      await workbench.command('Two Hats: New 1:1 Note…');
      await workbench.quickInput.waitForTitle('(1/2)');
      await workbench.quickInput.pick('Robin Sample');
      await workbench.quickInput.waitForTitle('(2/');
      await workbench.quickInput.press('Enter');
      if (round > 0) await untilTrue(() => Object.keys(mortal.texts).length > 1);
      await moment(random(60));
      await mortal.kill(withHosts);
      const open = (): number[] => actions.map((action) => count(mortal.texts, action));
      console.log(`      killed with the actions open ${open().join(' and ')} times`);
      assert.ok(open().every((times) => times > 0));
      await mortal.start();
      await untilTrue(() => open().every((times) => times === 1));
    });
  }
});
