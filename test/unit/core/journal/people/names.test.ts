import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  canonicalName,
  folderFor,
  folderName,
  initials,
  readableFolder,
} from '../../../../../src/core/journal/people/names';

const person = (name: string, folder = folderName(name)) => ({ name, folder, lastNote: undefined });

describe('A folder name', () => {
  for (const [name, folder] of [
    ['Priya Shah', 'priya-shah'],
    ['  Priya \t Shah ', 'priya-shah'],
    ['李雷', '李雷'],
    ['Ольга Петрова', 'ольга-петрова'],
    ['Zoe\u0308 Novák', 'zoë-novák'],
    ['محمد علي', 'محمد-علي'],
  ] as const)
    it(`of ${name} is readable`, () => {
      assert.equal(folderName(name), folder);
    });

  for (const name of ['priya shah', 'PRIYA SHAH', 'Priya-Shah', 'Priya/Shah', 'Priya Shah.', 'Priya 🚀 Shah'])
    it(`of ${name} differs from Priya Shah's by more than case`, () => {
      assert.match(folderName(name), /^priya-shah-[0-9a-f]{8}$/);
    });

  for (const name of ['CON', 'Con', 'nul', 'Com1', 'LPT9', 'COM¹'])
    it(`of ${name} is no device of Windows`, () => {
      assert.match(folderName(name), /^\S+-[0-9a-f]{8}$/);
    });

  it('of a name without letters is still a name', () => {
    assert.match(folderName('🚀🎩'), /^name-[0-9a-f]{8}$/);
    assert.notEqual(folderName('🚀'), folderName('🎩'));
  });

  for (const [name, folder] of [
    ['❤️', /^name-[0-9a-f]{8}$/],
    ['\u3164', /^name-[0-9a-f]{8}$/],
    ['-\u0301a', /^a-[0-9a-f]{8}$/],
    ['علی\u200cرضا', /^علیرضا-[0-9a-f]{8}$/],
    ['\u202ePriya\u202c Shah', /^priya-shah$/],
  ] as const)
    it(`of ${JSON.stringify(name)} holds nothing invisible`, () => {
      assert.match(folderName(name), folder);
    });

  it('is cut at whole characters, and told apart after the cut', () => {
    const [one, two] = [folderName('李'.repeat(200)), folderName(`${'李'.repeat(199)}雷`)];
    assert.match(one, /^李{26}-[0-9a-f]{8}$/);
    for (let letters = 60; letters < 90; letters++)
      assert.match(folderName(`${'a'.repeat(letters)} ${'b'.repeat(100)}`), /^a+(?:-b+)?-[0-9a-f]{8}$/);
    assert.notEqual(one, two);
  });

  it('is the same for both Unicode forms of a name', () => {
    assert.equal(folderName('Ame\u0301lie'), folderName('Am\u00e9lie'));
  });

  it('can’t be made to look like another name’s', () => {
    const hashed = folderName('priya shah');
    assert.notEqual(folderName(readableTitle(hashed)), hashed);
  });

  it('is safe on every disk, and different for different names', () => {
    const names = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('aux', 'A b', 'a B'),
    );
    fc.assert(
      fc.property(names, names, (one, two) => {
        const folder = folderName(one);
        assert.match(folder, /^[\p{L}\p{M}\p{N}-]+$/u);
        assert.doesNotMatch(folder, /^(con|prn|aux|nul|(com|lpt)[0-9¹²³])$/i);
        assert.ok(Buffer.byteLength(folder) <= 90);
        assert.equal(folder.normalize('NFC'), folder);
        if (canonicalName(one) !== canonicalName(two))
          assert.notEqual(onDisk(folder), onDisk(folderName(two)));
      }),
      { numRuns: 500 },
    );
  });
});

/** As a disk that ignores case and Unicode form compares names. */
function onDisk(folder: string): string {
  return folder.normalize('NFD').toUpperCase().toLowerCase();
}

function readableTitle(folder: string): string {
  return folder
    .split('-')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(' ');
}

describe('The folder for a name', () => {
  const people = [person('Priya Shah'), person('Ben Ode', 'benny')];

  it('is the one that the person has already', () => {
    assert.equal(folderFor('Ben Ode', people), 'benny');
    assert.equal(folderFor('New Person', people), 'new-person');
  });
  it('is none that a disk takes for somebody else’s, in whichever Unicode form', () => {
    const renamed = [person('Joe Ode', 'jose\u0301')];
    assert.equal(folderFor('Jos\u00e9', renamed), 'jos\u00e9-2');
    assert.equal(folderFor('Jose\u0301', [person('Joe Ode', 'jos\u00e9')]), 'jos\u00e9-2');
  });
  it('is none in which somebody else’s notes lie', () => {
    const renamed = [person('Priya Sharma', 'priya-shah'), person('Other', 'PRIYA-SHAH-2')];
    assert.equal(folderFor('Priya Shah', renamed), 'priya-shah-3');
  });
  it('is its own also where no note says whose it is', () => {
    const folder = folderName('Anna-Maria');
    assert.equal(folderFor('Anna-Maria', [person(readableFolder(folder), folder)]), folder);
  });
});

describe('Initials', () => {
  for (const [name, short] of [
    ['Priya Shah', 'P. S.'],
    ['zoë', 'Z.'],
    ['李雷', '李'],
    ['Juan Carlos de la Cruz', 'J. C. D.'],
    ['🚀 Rocket', '🚀 R.'],
    ['👨‍👩‍👧 Bob', '👨‍👩‍👧 B.'],
    ['', ''],
  ] as const)
    it(`of ${name || 'nothing'} are ${short || 'nothing'}`, () => {
      assert.equal(initials(name), short);
    });
});

describe('A folder without a note', () => {
  it('is shown as a name', () => {
    assert.equal(readableFolder('priya-shah-0123abcd'), 'Priya Shah');
    assert.equal(readableFolder('李雷'), '李雷');
  });
});

describe('A true name', () => {
  for (const [written, name] of [
    ['Je\u00adan', 'Jean'],
    ['Je\u200ban Du\u2060pont', 'Jean Dupont'],
    ['\ufeffAna\u00a0\u200e Lima\u200d', 'Ana Lima'],
    ['A\u200cna\tLima', 'Ana Lima'],
    ['e\u00ad\u0301', 'é'],
    ['علی\u200cرضا', 'علی\u200cرضا'],
    ['👩\u200d🚀', '👩\u200d🚀'],
    ['श्री\u200dमान', 'श्री\u200dमान'],
  ] as const)
    it(`has nothing in it that nobody sees: ${JSON.stringify(written)}`, () => {
      assert.equal(canonicalName(written), name);
    });
});
