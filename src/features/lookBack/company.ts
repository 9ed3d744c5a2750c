/** With whom somebody looks back, and what is written there. */
import * as vscode from 'vscode';
import type { KnownPerson } from '../../core/journal/people/knownPeople';
import type { Company, Month } from '../../core/report/lookBack';
import type { Journal, Services } from '../../services/services';
import { mapAtOnce } from '../../core/util/atOnce';
import { personRows } from '../shared/personRows';
import { pick, separator, type InputAnswer } from '../shared/quickInput';
import { readWritten } from '../shared/writtenNotes';
import type { Texts } from './text';

interface CompanyItem extends vscode.QuickPickItem {
  readonly company: Company;
}

interface CompanyStep {
  readonly title: string;
  readonly placeholder: string;
  /** Neither the team nor nobody. */
  readonly onlyPeople?: boolean;
  readonly step: number;
  readonly totalSteps: number;
}

/** Asks for somebody, the team, or nobody. */
export async function askCompany(
  { privacy }: Pick<Services, 'privacy'>,
  people: readonly KnownPerson[],
  { onlyPeople = false, ...step }: CompanyStep,
): Promise<InputAnswer<{ readonly company: Company }>> {
  const picked = await pick<CompanyItem>({
    ...step,
    items: (typed) => {
      const { found, others } = personRows(privacy, people, typed);
      const row = (one: (typeof found)[number]): CompanyItem => ({ ...one, company: one.person });
      return [
        ...found.map(row),
        ...(onlyPeople ? [] : [...(people.length === 0 ? [] : [separator('')]), ...withoutPerson()]),
        ...others.map(row),
      ];
    },
  });
  return typeof picked === 'object' ? { company: picked.item.company } : picked;
}

function withoutPerson(): CompanyItem[] {
  return [
    {
      ...{ label: vscode.l10n.t('The team'), company: 'team' },
      detail: vscode.l10n.t('Retrospectives'),
    },
    {
      ...{ label: vscode.l10n.t('Alone'), company: 'alone' },
      detail: vscode.l10n.t('Reflections, other notes about nobody, and self-checks'),
    },
  ];
}

/** What is written in the notes of some months. */
export async function textsOf(
  services: Pick<Services, 'framework' | 'log'>,
  journal: Journal,
  months: readonly Month[],
): Promise<Texts> {
  const paths = months.flatMap(({ notes }) => notes.map(({ path }) => path));
  return new Map(
    await mapAtOnce(paths, async (path) => [path, await readWritten(services, journal, path)] as const),
  );
}
