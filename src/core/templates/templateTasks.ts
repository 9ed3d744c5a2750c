import type { Framework } from '../framework/model';
import { tasksIn } from '../journal/tasks/taskText';
import type { Template } from './model';
import { frameworkTags } from './tags';
import { toText } from './text';

/** A test for tasks in which nobody wrote anything: as templates leave them. */
export function templateTasks(
  templates: readonly Template[],
  framework: Framework,
): (task: { readonly hash: string }) => boolean {
  const hashes = new Set<string>();
  for (const template of templates)
    for (const tags of [frameworkTags(framework), new Set<string>()])
      for (const { hash } of tasksIn(toText(template, { date: '', tags }).text)) hashes.add(hash);
  return ({ hash }) => hashes.has(hash);
}
