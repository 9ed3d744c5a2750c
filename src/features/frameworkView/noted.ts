import { localDate } from '../../core/util/dates';
import type { SideEvidence } from '../../protocol/frameworkView';
import type { Services } from '../../services/services';

/** What the notes of the last weeks show of each side, and where it is too early for more; `null` without a journal. */
export async function readNoted(services: Services): Promise<readonly SideEvidence[] | null> {
  const { checks, clock, framework, index, journal } = services;
  if (!journal.current) return null;
  const [{ glanceOf }, { records }] = await Promise.all([
    import('../../core/report/glance'),
    checks.whenReady(),
    index.whenReady(),
  ]);
  return glanceOf(framework.current, index.notes.values(), records, localDate(clock));
}
