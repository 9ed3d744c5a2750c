import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pathInJournal, type Address, type JournalAddress } from '../../../../src/core/journal/addresses';

const file = (path: string): Address => ({ scheme: 'file', authority: '', path });
const rows: [what: string, journal: JournalAddress, address: Address, path: string | undefined][] = [
  ['a note', { root: file('/j') }, file('/j/notes/a.md'), 'notes/a.md'],
  ['the folder itself', { root: file('/j/') }, file('/j'), ''],
  ['a neighbour that begins alike', { root: file('/j') }, file('/journal/a.md'), undefined],
  ['a file above', { root: file('/j/k') }, file('/j/a.md'), undefined],
  ['a way out of it', { root: file('/j') }, file('/j/../a.md'), undefined],
  ['a drive in capitals', { root: file('/C:/Users/Mira/j') }, file('/c:/Users/Mira/j/a.md'), 'a.md'],
  ['a drive in small letters', { root: file('/c:/j') }, file('/C:/j/a.md'), 'a.md'],
  ['a drive with its colon escaped', { root: file('/C:/j') }, file('/c%3A/j/a.md'), 'a.md'],
  ['another drive', { root: file('/C:/j') }, file('/d:/j/a.md'), undefined],
  ['slashes and dots in its root', { root: file('/x/../home//m/./j/') }, file('/home/m/j/a.md'), 'a.md'],
  ['another scheme', { root: file('/j') }, { ...file('/j/a.md'), scheme: 'git' }, undefined],
  [
    'a server in capitals',
    { root: { scheme: 'file', authority: 'NAS', path: '/share/j' } },
    { scheme: 'file', authority: 'nas', path: '/share/j/a.md' },
    'a.md',
  ],
  ['its real path', { root: file('/home/m/j'), realRoot: '/data/j' }, file('/data/j/a.md'), 'a.md'],
  ['its path by a link', { root: file('/home/m/j'), realRoot: '/data/j' }, file('/home/m/j/a.md'), 'a.md'],
  ['capitals on a strict disk', { root: file('/j') }, file('/J/a.md'), undefined],
  [
    'capitals on a loose disk',
    { root: file('/Users/Mira/j'), isLoose: true },
    file('/users/mira/J/A.md'),
    'A.md',
  ],
  ['decomposed letters', { root: file('/Zoë'), isLoose: true }, file('/Zoe\u0308/a.md'), 'a.md'],
  ['decomposed letters on a strict disk', { root: file('/Zoë') }, file('/Zoe\u0308/a.md'), undefined],
];
const links = new Map([
  ['people/ana', '/else/ana'],
  ['b.md', '/else/one.md'],
  ['short', '/data/j/people'],
  ['ring', '/data/j/ring'],
]);
const linked = { root: file('/home/m/j'), realRoot: '/data/j', links };
rows.push(
  ['where a linked folder leads', linked, file('/else/ana/1.md'), 'people/ana/1.md'],
  ['a linked folder by the link', linked, file('/home/m/j/people/ana/1.md'), 'people/ana/1.md'],
  ['where a linked file leads', linked, file('/else/one.md'), 'b.md'],
  ['beside where a link leads', linked, file('/else/two.md'), undefined],
  ['a link to a folder of its own', linked, file('/home/m/j/short/ben/1.md'), 'people/ben/1.md'],
  ['two links, one behind the other', linked, file('/data/j/short/ana/1.md'), 'people/ana/1.md'],
);

describe('The path of a file in the journal', () => {
  for (const [what, journal, address, path] of rows)
    it(`is ${path === undefined ? 'none' : JSON.stringify(path)} for ${what}`, () => {
      assert.equal(pathInJournal(journal, address), path);
    });

  it('ends, wherever links lead', () => {
    assert.equal(typeof pathInJournal(linked, file('/data/j/ring/a.md')), 'string');
  });

  it('is the same by the root, by its real path, and with whatever goes nowhere in it', () => {
    const name = fc.stringMatching(/^[a-zé .-]{1,8}$/u).filter((text) => !/^\.{0,2}$/.test(text));
    const detour = fc.constantFrom('/', '//', '/./', '/x/../');
    fc.assert(
      fc.property(fc.array(fc.tuple(name, detour), { minLength: 1, maxLength: 5 }), (parts) => {
        const path = parts.map(([segment]) => segment).join('/');
        const spelled = parts.map(([segment, way]) => way + segment).join('');
        for (const above of ['/home/m/j', '/data/j'])
          assert.equal(pathInJournal({ ...linked, links: new Map() }, file(above + spelled)), path);
      }),
    );
  });
});
