import * as vscode from 'vscode';
import { countOverdueMine } from '../../core/journal/tasks/actions';
import builtin from '../../core/templates/builtin.templates.yaml';
import { templateTasks } from '../../core/templates/templateTasks';
import { localDate } from '../../core/util/dates';
import { Newest } from '../../core/util/newest';
import { Disposable } from '../../platform/disposable';
import type { ActionServices } from './actionsView';

/** The number of what is overdue and the lead's, on the view's icon, as long as the person wants that. */
export class ActionsBadge extends Disposable {
  readonly #services: ActionServices;
  readonly #show: (badge: vscode.ViewBadge | undefined) => void;
  readonly #newest = this.register(new Newest());

  constructor(services: ActionServices, show: (badge: vscode.ViewBadge | undefined) => void) {
    super();
    this.#services = services;
    this.#show = show;
    const { framework, index, journal, people, settings, today } = services;
    const look = () => void this.#look();
    for (const { onDidChange } of [framework, index, journal, people, today])
      this.register(onDidChange(look));
    this.register(settings.onDidChange('twoHats.actions.badge', look));
    look();
  }

  async #look(): Promise<void> {
    const { clock, framework, index, people, settings } = this.#services;
    const isNewest = this.#newest.begin();
    if (!settings.actionsBadge) {
      this.#show(undefined);
      return;
    }
    const known = await people.whenReady();
    if (!isNewest()) return;
    const isUnwritten = templateTasks(builtin.templates, framework.current);
    const value = countOverdueMine(index.notes.values(), known, localDate(clock), isUnwritten);
    this.#show(value === 0 ? undefined : { value, tooltip: tooltip(value) });
  }
}

function tooltip(count: number): string {
  return count === 1
    ? vscode.l10n.t('One action of yours is overdue')
    : vscode.l10n.t('{0} actions of yours are overdue', count);
}
