import * as vscode from 'vscode';
import { isCheckDue, isRunning, newestExperiment } from '../../core/experiment/experiment';
import { findDimension } from '../../core/framework/lookup';
import { overdueDays } from '../../core/selfcheck/rhythm';
import { localDate } from '../../core/util/dates';
import { Newest } from '../../core/util/newest';
import { Disposable } from '../../platform/disposable';
import type { Services } from '../../services/services';

type BadgeServices = Pick<
  Services,
  'checks' | 'clock' | 'experiments' | 'framework' | 'ratings' | 'settings' | 'today'
>;

/**
 * A badge while the last check is older than the rhythm that the person chose, and while the weekly check of what they
 * try is to come. Without either no check is read.
 */
export class CheckBadge extends Disposable {
  readonly #services: BadgeServices;
  readonly #show: (badge: vscode.ViewBadge | undefined) => void;
  readonly #newest = this.register(new Newest());

  constructor(services: BadgeServices, show: (badge: vscode.ViewBadge | undefined) => void) {
    super();
    this.#services = services;
    this.#show = show;
    const look = () => void this.#look();
    for (const { onDidChange } of [services.ratings, services.experiments, services.today])
      this.register(onDidChange(look));
    this.register(services.settings.onDidChange('twoHats.checks.rhythm', look));
    look();
  }

  async #look(): Promise<void> {
    const isNewest = this.#newest.begin();
    const reasons = [await this.#rhythmReason(), await this.#experimentReason()].filter(
      (reason) => reason !== undefined,
    );
    if (!isNewest()) return;
    this.#show(reasons.length === 0 ? undefined : { value: reasons.length, tooltip: reasons.join('\n') });
  }

  async #rhythmReason(): Promise<string | undefined> {
    const { clock, ratings, settings } = this.#services;
    const rhythm = settings.checksRhythm;
    const last = rhythm === 'off' ? undefined : (await ratings.latest()).lastCheck;
    const days = overdueDays(rhythm, last, localDate(clock));
    return days === undefined ? undefined : vscode.l10n.t('Your last self-check was {0} days ago', days);
  }

  async #experimentReason(): Promise<string | undefined> {
    const { checks, clock, experiments, framework } = this.#services;
    const today = localDate(clock);
    const experiment = newestExperiment(await experiments.whenReady(), today);
    if (!experiment || !isRunning(experiment, today)) return undefined;
    const dimension = findDimension(framework.current, experiment.dimension);
    const { records } = await checks.whenReady();
    return dimension && isCheckDue(experiment, records, today)
      ? vscode.l10n.t('This week’s check of {0}, for what you try', dimension.title)
      : undefined;
  }
}
