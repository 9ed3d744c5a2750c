import type { ThemeIcon } from 'vscode';
import type { Services } from '../../services/services';
import { pick } from './quickInput';

type MemoryServices = Pick<Services, 'memory'>;

/** The ways in which a view can group its rows; the first is the way until another is chosen. */
export interface Groupings<G extends string> {
  /** Where the memory has it. */
  readonly key: string;
  readonly all: readonly [G, ...G[]];
  /** What is asked where another one is chosen. */
  readonly texts: () => { readonly title: string; readonly placeholder: string };
  readonly item: (grouping: G) => {
    readonly label: string;
    readonly detail: string;
    readonly iconPath: ThemeIcon;
  };
}

/** How the rows were grouped last, in whatever window. */
export function loadGrouping<G extends string>({ memory }: MemoryServices, groupings: Groupings<G>): G {
  const stored = memory.get(groupings.key);
  return groupings.all.find((grouping) => grouping === stored) ?? groupings.all[0];
}

export async function saveGrouping<G extends string>(
  { memory }: MemoryServices,
  { key }: Groupings<G>,
  grouping: G,
): Promise<void> {
  await memory.update(key, grouping);
}

/** Asks how to group the rows. `undefined` when the person cancels. */
export async function pickGrouping<G extends string>(
  { all, item, texts }: Groupings<G>,
  current: G,
): Promise<G | undefined> {
  const items = all.map((grouping) => ({ grouping, ...item(grouping) }));
  const active = items.find(({ grouping }) => grouping === current);
  const picked = await pick({ ...texts(), items, active });
  return typeof picked === 'object' ? picked.item.grouping : undefined;
}
