import assert from 'node:assert/strict';
import { DayWatch } from '../../../../src/core/util/dayWatch';

/** A machine whose clock, zone and sleep are in the test's hand. */
class Machine {
  #now: number;
  #timers: { readonly at: number; readonly run: () => void }[] = [];
  /** What timers go by: it stands still while the machine sleeps. */
  #awake = 0;
  offsetNow = 60;
  readonly seen: string[] = [];
  readonly clock = { now: () => this.#now, offset: () => this.offsetNow };
  readonly watch: DayWatch;

  constructor(start: string) {
    this.#now = Date.parse(start);
    this.watch = new DayWatch(
      this.clock,
      (ms, run) => {
        const timer = { at: this.#awake + ms, run };
        this.#timers.push(timer);
        return { dispose: () => (this.#timers = this.#timers.filter((other) => other !== timer)) };
      },
      () => this.seen.push(this.local()),
    );
  }

  get timers(): number {
    return this.#timers.length;
  }

  local(): string {
    return new Date(this.#now + this.offsetNow * 60_000).toISOString().slice(0, 16);
  }

  sleep(hours: number): void {
    this.#now += hours * 3_600_000;
  }

  /** So long the machine is awake. */
  wait(minutes: number): void {
    const end = this.#awake + minutes * 60_000;
    for (;;) {
      const [next] = [...this.#timers].sort((one, other) => one.at - other.at);
      if (!next || next.at > end) break;
      this.#pass(next.at - this.#awake);
      this.#timers = this.#timers.filter((timer) => timer !== next);
      next.run();
    }
    this.#pass(end - this.#awake);
  }

  #pass(ms: number): void {
    this.#awake += ms;
    this.#now += ms;
  }
}

describe('Another day', () => {
  it('is told at midnight, and at no other time', () => {
    const machine = new Machine('2026-12-01T18:30:30Z');
    machine.wait(60 * 24 * 2);
    assert.deepEqual(machine.seen, ['2026-12-02T00:00', '2026-12-03T00:00']);
  });

  it('is told once a day, however often somebody looks', () => {
    const machine = new Machine('2026-12-01T22:59:59Z');
    machine.watch.look();
    machine.wait(1);
    machine.watch.look();
    assert.deepEqual([machine.seen, machine.timers], [['2026-12-02T00:00'], 1]);
  });

  it('is told soon after the machine has slept through midnight, at once when the window is used', () => {
    const machine = new Machine('2026-12-01T20:00:00Z');
    machine.wait(1);
    machine.sleep(10);
    assert.deepEqual(machine.seen, []);
    machine.wait(5);
    assert.equal(machine.seen.length, 1);
    machine.sleep(24);
    machine.watch.look();
    assert.equal(machine.seen.length, 2);
  });

  it('is told soon after the time zone has changed, to the day before as well', () => {
    const machine = new Machine('2026-12-01T22:30:00Z');
    machine.offsetNow = 9 * 60;
    machine.wait(3);
    assert.deepEqual(
      machine.seen.map((time) => time.slice(0, 10)),
      ['2026-12-02'],
    );
    machine.offsetNow = -8 * 60;
    machine.wait(3);
    assert.deepEqual(
      machine.seen.map((time) => time.slice(0, 10)),
      ['2026-12-02', '2026-12-01'],
    );
  });

  it('is told no more when nobody asks', () => {
    const machine = new Machine('2026-12-01T22:30:00Z');
    machine.watch.dispose();
    machine.wait(60 * 24);
    assert.deepEqual([machine.seen, machine.timers], [[], 0]);
  });
});
