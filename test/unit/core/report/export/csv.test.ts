// The table of an export: as a spreadsheet and any reader of RFC 4180 takes it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { csvColumns, csvText } from '../../../../../src/core/report/export/csv';
import type { Report } from '../../../../../src/core/report/report';
import { exportedReport, states } from '../../../../support/reports';

/** RFC 4180, sign by sign. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    let field = '';
    if (text[at] === '"') {
      for (at++; !(text[at] === '"' && text[at + 1] !== '"'); at++) {
        if (text[at] === '"') at++;
        field += text[at] ?? assert.fail('a quote that nothing closes');
      }
      at++;
    } else
      for (; at < text.length && text[at] !== ',' && text[at] !== '\r'; at++) {
        assert.doesNotMatch(text[at]!, /["\n]/);
        field += text.charAt(at);
      }
    rows.at(-1)!.push(field);
    if (text[at] === ',') at++;
    else {
      assert.equal(text.slice(at, at + 2), '\r\n');
      at += 2;
      if (at < text.length) rows.push([]);
    }
  }
  return rows;
}

const { report } = exportedReport(states.everything);
const withName = (person: string): Report => ({
  ...{ ...report, sides: [], findings: null, retrospectives: [] },
  people: [{ person, lastMet: null, cadence: null, openMine: 0, openTheirs: 0 }],
});
const column = (name: (typeof csvColumns)[number]) => csvColumns.indexOf(name);
const whose = (table: string[][]) =>
  table.filter(([record]) => record === 'person').map((row) => row[column('whose')]);

describe('The table of an export', () => {
  it('has as many fields in each row, and the columns that the README names', () => {
    const [head, ...rows] = parse(csvText(report, ['what it is', 'no grade, "really"\nnever']));
    assert.deepEqual(head, [...csvColumns]);
    assert.ok(rows.length > 100);
    for (const row of rows) assert.equal(row.length, csvColumns.length);
    const readme = readFileSync('README.md', 'utf8');
    for (const name of csvColumns) assert.match(readme, new RegExp(`^\\| \`${name}\` \\|`, 'm'), name);
    const records = new Set(rows.map(([record]) => record!));
    assert.ok(records.size >= 6);
    for (const record of records) assert.ok(readme.includes(`\`${record}\``), record);
  });

  it('says first what it is', () => {
    const [, ...rows] = parse(csvText(report, ['no grade, "really"\nnever']));
    assert.equal(rows[0]![column('text')], 'no grade, "really"\nnever');
  });

  it('holds each answer with its day, and numbers as they are', () => {
    const rows = parse(csvText(report, []));
    const answers = rows.filter(([record]) => record === 'answer');
    const known = report.sides.flatMap(({ anchor, full }) => [
      ...(anchor?.values ?? []),
      ...(full?.values ?? []),
    ]);
    assert.ok(known.length > 100);
    assert.deepEqual(
      answers.map((row) => [row[column('date')], Number(row[column('value')])]),
      known.map(({ date, value }) => [date, value]),
    );
  });

  it('leaves negative numbers numbers, and marks as text what a spreadsheet would run', () => {
    const [side, ...others] = report.sides;
    const odd = { ...withName('-1'), sides: [{ ...side!, notes: -1 }, ...others] };
    const rows = parse(csvText(odd, []));
    const notes = rows.find(([record, , , , , measure]) => record === 'side' && measure === 'notes')!;
    assert.equal(notes[column('value')], '-1');
    assert.equal(whose(rows)[0], "'-1");
    for (const name of ['=1+1', '+1', '-1', '@SUM(A1)', '\ta', '\ra', '\na', '＝1+1', '＠SUM(A1)'])
      assert.equal(whose(parse(csvText(withName(name), [])))[0], `'${name}`, name);
  });

  it('marks it, too, where a spreadsheet parts cells by semicolons or tabs', () => {
    for (const [name, marked] of [
      ['Ana;=HYPERLINK("https://a.example")', `Ana;'=HYPERLINK("https://a.example")`],
      ['Ana"; =1', `Ana"; '=1`],
      ['\r=1', "'\r'=1"],
      ['Ana\t@SUM(A1)', "Ana\t'@SUM(A1)"],
      [' "=1', ` "'=1`],
      ['a; b - c', 'a; b - c'],
    ] as const)
      assert.equal(whose(parse(csvText(withName(name), [])))[0], marked);
  });

  it('gives back whatever a name holds', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', '=', "'", 'ü', '林', ' ') }),
    );
    fc.assert(
      fc.property(name, (written) => {
        const [read] = whose(parse(csvText(withName(written), [])));
        // Nothing but the marks is new.
        assert.equal(read?.replaceAll("'", ''), written.replaceAll("'", ''));
        assert.doesNotMatch(read, /(?:^|[;\t\r\n])["\s]*[=+\-@]/);
      }),
    );
  });
});
