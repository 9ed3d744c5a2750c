/** What is said held against what is noted: a line of counts, a question and a move each. */
import { checkDate } from '../../core/selfcheck/checks';
import { findSide } from '../../core/framework/lookup';
import type { ReportBlock, FindingBlock, Link, ReportSection } from '../../core/report/blocks';
import { behindSide, windowOf } from '../../core/report/behind';
import type { Finding, FindingKind, Findings, Period } from '../../core/report/findings';
import { promises } from '../../core/report/promises';
import { quarterOf } from '../../core/util/calendar';
import { more, text } from './blocks';
import type { Facts } from './facts';
import type { Telling } from './telling';

const most = 3;
/** The longest window, in weeks. */
const longest = 52;

export function findingsSection(facts: Facts, telling: Telling): ReportSection | undefined {
  const { findings } = facts.report;
  if (!findings || telling.context.isHidden) return undefined;
  const blocks: readonly ReportBlock[] = [
    ...foundBlocks(findings, facts, telling),
    text(
      telling.l10n.t(
        'This is looked at when a quarter ends, and not in between: whoever looks more often sees more that is only chance.',
      ),
      'quiet',
    ),
    ...more(telling.l10n.t('How sure is this?'), [text(howSure(telling))]),
  ];
  return { id: 'findings', heading: telling.l10n.t('Said beside noted'), blocks };
}

function howSure(telling: Telling): string {
  const { falseFindings, foundSilence } = promises;
  return telling.l10n.t(
    'The rules were tried on simulated leads. Of 100 who write of all sides alike, {0} to {1} are told of one within a year. A side that somebody says they show often, and never writes of, is found for {2} of 100.',
    telling.share(falseFindings.lowest),
    telling.share(falseFindings.highest),
    telling.number(foundSilence),
  );
}

function foundBlocks(findings: Findings, facts: Facts, telling: Telling): readonly ReportBlock[] {
  const period = windowOf(findings);
  if (!period) return [text(tooEarly(findings, telling))];
  if (findings.list.length === 0) return [text(nothingFound(findings, telling))];
  const shown = chosen(findings.list);
  const others = findings.list.filter((finding) => !shown.includes(finding));
  const block = (finding: Finding) => findingBlock(finding, period, facts, telling);
  return [...shown.map(block), ...more(telling.l10n.t('{0} more', others.length), others.map(block))];
}

/** At most three, a good one among them if there is one, in the framework’s order. */
export function chosen(list: readonly Finding[]): readonly Finding[] {
  const good = list.find(({ kind }) => kind === 'both');
  const others = list.filter((finding) => finding !== good).slice(0, good ? most - 1 : most);
  return list.filter((finding) => finding === good || others.includes(finding));
}

function tooEarly({ notes, needed, asOf }: Findings, telling: Telling): string {
  const { l10n } = telling;
  const enough = Math.ceil(needed);
  return notes < enough
    ? l10n.t(
        'Too early to compare: {0} of {1} notes that would do, in the {2} weeks up to {3}.',
        notes,
        enough,
        longest,
        telling.date(asOf),
      )
    : l10n.t(
        'There are {0} notes, and {1} would do; but there is no self-check among them, in the {2} weeks up to {3}, to compare them with.',
        notes,
        enough,
        longest,
        telling.date(asOf),
      );
}

function nothingFound({ notes, expected, weeks, asOf }: Findings, telling: Telling): string {
  return telling.l10n.t(
    'No side stands out: nothing is noted much more or less than you say. {0} notes in the {1} weeks up to {2}, about {3} a side.',
    notes,
    weeks ?? longest,
    telling.date(asOf),
    telling.number(expected),
  );
}

function findingBlock(finding: Finding, period: Period, facts: Facts, telling: Telling): FindingBlock {
  const { l10n } = telling;
  const behind = behindSide(facts.framework, facts.notes, facts.checks, finding, period);
  const { numberOf, titleOf } = telling.context;
  const links: readonly Link[] = [
    ...behind.notes.map((note) => ({
      text: l10n.t('{0}: {1}', telling.date(note.date ?? ''), titleOf(note)),
      file: numberOf(note.path),
    })),
    ...behind.checks.map((check) => ({
      text: l10n.t('{0}: self-check', telling.date(checkDate(check))),
      file: numberOf(check.path),
    })),
  ];
  return {
    kind: 'finding',
    title: l10n.t('{0}: {1}', telling.side(finding), kindWords(finding.kind, telling)),
    counts: counts(finding, behind.checks.length, facts, telling),
    question: question(finding.kind, telling),
    move: moveOf(finding, facts, telling),
    shows: l10n.t(
      'Show what this rests on: {0} and {1}',
      telling.noteCount(behind.notes.length),
      telling.checkCount(behind.checks.length),
    ),
    links,
  };
}

function kindWords(kind: FindingKind, { l10n }: Telling): string {
  switch (kind) {
    case 'saidNotNoted':
      return l10n.t('said, hardly noted');
    case 'notedNotSaid':
      return l10n.t('noted, hardly said');
    case 'neither':
      return l10n.t('neither said nor noted');
    case 'both':
      return l10n.t('said and noted');
  }
}

function counts({ rating, notes }: Finding, answers: number, facts: Facts, telling: Telling): string {
  const { expected = 0, weeks, asOf = '' } = facts.report.findings ?? {};
  return telling.l10n.t(
    'In the {0} weeks up to {1} you said {2} of 5 (the middle of {3}), and wrote of it in {4}; even writing would give about {5}.',
    weeks ?? longest,
    telling.date(asOf),
    telling.number(rating),
    telling.answerCount(answers),
    telling.noteCount(notes),
    telling.number(expected),
  );
}

function question(kind: FindingKind, { l10n }: Telling): string {
  switch (kind) {
    case 'saidNotNoted':
      return l10n.t('When did somebody else last see you do this, and what did you do?');
    case 'notedNotSaid':
      return l10n.t('Do you do more of this than you give yourself credit for?');
    case 'neither':
      return l10n.t('Is this hat somebody else’s just now, or nobody’s?');
    case 'both':
      return l10n.t('What makes this work, and who could learn it from you?');
  }
}

/** Another one each quarter. */
function moveOf(finding: Finding, { framework, report }: Facts, { l10n }: Telling): string {
  const moves = findSide(framework, finding)?.pole.moves ?? [];
  const move = moves[quarterOf(report.findings?.asOf ?? report.to) % Math.max(1, moves.length)] ?? '';
  return l10n.t('When I plan the coming week, I will do this: {0}', move);
}
