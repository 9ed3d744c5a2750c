import type { Locator } from 'playwright-core';

/** Whether it is in sight within this time (ms). */
export async function appears(locator: Locator, within: number): Promise<boolean> {
  return locator.waitFor({ timeout: within }).then(
    () => true,
    () => false,
  );
}

/**
 * For keys that a window that was just opened knows a moment later: presses until that is in sight.
 * @param within after each press, in ms
 */
export async function pressUntil(key: string, locator: Locator, within = 8000): Promise<void> {
  do await locator.page().keyboard.press(key);
  while (!(await appears(locator, within)));
}
