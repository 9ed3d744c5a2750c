/** What was decided of actions that moved on and on, so that nobody is asked twice. */
import * as v from 'valibot';
import type { Services } from '../../services/services';

const key = 'actions.decided';

/** Of far more actions than anybody carries along. */
const remembered = 500;

const stored = v.array(v.string());

/** Keys of actions, which hold nothing of what they say; see `TaskPast`. */
export function loadDecided({ memory }: Pick<Services, 'memory'>): ReadonlySet<string> {
  const parsed = v.safeParse(stored, memory.get(key));
  return new Set(parsed.success ? parsed.output : []);
}

export async function rememberDecided(
  services: Pick<Services, 'memory'>,
  keys: readonly string[],
): Promise<void> {
  const all = [...new Set([...loadDecided(services), ...keys])];
  await services.memory.update(key, all.slice(-remembered));
}
