import * as vscode from 'vscode';
import { overdueDays } from '../../core/selfcheck/rhythm';
import { localDate } from '../../core/util/dates';
import { Newest } from '../../core/util/newest';
import { Disposable } from '../../platform/disposable';
import type { Services } from '../../services/services';

type BadgeServices = Pick<Services, 'clock' | 'ratings' | 'settings' | 'today'>;

/** A badge while the last check is older than the rhythm that the person chose. Without one nothing is read. */
export class CheckBadge extends Disposable {
  readonly #services: BadgeServices;
  readonly #show: (badge: vscode.ViewBadge | undefined) => void;
  readonly #newest = this.register(new Newest());

  constructor(services: BadgeServices, show: (badge: vscode.ViewBadge | undefined) => void) {
    super();
    this.#services = services;
    this.#show = show;
    const look = () => void this.#look();
    this.register(services.ratings.onDidChange(look));
    this.register(services.today.onDidChange(look));
    this.register(services.settings.onDidChange('twoHats.checks.rhythm', look));
    look();
  }

  async #look(): Promise<void> {
    const { clock, ratings, settings } = this.#services;
    const isNewest = this.#newest.begin();
    const rhythm = settings.checksRhythm;
    const last = rhythm === 'off' ? undefined : (await ratings.latest()).lastCheck;
    if (!isNewest()) return;
    const days = overdueDays(rhythm, last, localDate(clock));
    this.#show(days === undefined ? undefined : { value: 1, tooltip: tooltip(days) });
  }
}

function tooltip(days: number): string {
  return vscode.l10n.t('Your last self-check was {0} days ago', days);
}
