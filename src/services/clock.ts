import * as vscode from 'vscode';
import { lookUpZone } from '#files';
import { DayWatch } from '../core/util/dayWatch';
import type { Clock } from '../core/util/dates';
import type { Today } from './services';
import { Timer } from '../platform/timer';

/** The machine's own clock and zone. */
export const systemClock: Clock = {
  now: () => Date.now(),
  offset: (instant) => {
    lookUpZone();
    return -new Date(instant).getTimezoneOffset();
  },
};

/** Looked after with a timer, and whenever the window is used again. */
export function createToday(clock: Clock): Today & { dispose(): void } {
  const changed = new vscode.EventEmitter<void>();
  const watch = new DayWatch(clock, later, () => {
    changed.fire();
  });
  const parts = vscode.Disposable.from(changed, watch, vscode.window.onDidChangeWindowState(watch.look));
  return { onDidChange: changed.event, dispose: () => void parts.dispose() };
}

function later(ms: number, run: () => void): Timer {
  const timer = new Timer();
  timer.set(ms, run);
  return timer;
}
