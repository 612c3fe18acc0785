import { describe, expect, test } from 'vitest';
import type { RunCheckpoint } from '../../../src/core/simulate/runCheckpoint';
import { createSimulation } from '../../../src/core/simulate/simulation';
import type { FromSimulationWorker, SimulationRequest } from '../../../src/protocol/simulation';
import {
  createSimulationHandler,
  type SimulationHandler,
} from '../../../src/protocol/simulationHandler';
import { examplePlan, planWith } from '../../support/examplePlan';

/**
 * A host whose clock moves 5 ms whenever it is looked at, and that lets messages in at each pause. `plan`
 * says what happens at which pause.
 */
class FakeHost {
  readonly posted: FromSimulationWorker[] = [];
  readonly postedAt: number[] = [];
  readonly pausedAt: number[] = [];
  readonly handler: SimulationHandler;
  time = 0;
  #settled: () => void = () => {};
  #open = 0;
  #idle: Promise<void> = Promise.resolve();

  constructor(private readonly atPause: (pause: number, host: FakeHost) => void = () => {}) {
    this.handler = createSimulationHandler({
      now: () => (this.time += 5),
      pause: async () => {
        this.pausedAt.push(this.time);
        this.atPause(this.pausedAt.length, this);
        await Promise.resolve();
      },
      post: (message) => {
        this.posted.push(message);
        this.postedAt.push(this.time);
        if (message.kind === 'progress' || message.kind === 'film') return;
        this.#open -= 1;
        if (this.#open === 0) this.#settled();
      },
    });
  }

  start(
    run: number,
    request: Partial<SimulationRequest> = {},
    from: RunCheckpoint | null = null,
    tellOnly = false,
  ): void {
    if (this.#open === 0) {
      this.#idle = new Promise((resolve) => {
        this.#settled = resolve;
      });
    }
    this.#open += 1;
    this.handler.receive({
      kind: 'start',
      run,
      request: { plan: examplePlan, seed: 1, replications: 5000, ...request },
      from,
      tellOnly,
    });
  }

  cancel(run: number): void {
    this.handler.receive({ kind: 'cancel', run });
  }

  async done(): Promise<void> {
    await this.#idle;
  }

  /** The kinds posted, by run: `1 progress`. */
  get story(): string[] {
    return this.posted.map(({ kind, run }) => `${run} ${kind}`);
  }
}

describe('a run', () => {
  test('reports progress and ends with the result of the whole', async () => {
    const host = new FakeHost();
    host.start(1);
    await host.done();
    expect(host.story[0]).toBe('1 progress');
    expect(host.story.at(-1)).toBe('1 finished');
    const last = host.posted.at(-1);
    const created = createSimulation({ plan: examplePlan, seed: 1, replications: 5000 });
    if (created.kind === 'refused') throw new Error(created.message);
    const { simulation } = created;
    const whole = simulation.summarise([0, 1, 2, 3, 4].map((block) => simulation.runBlock(block)));
    expect(last?.kind === 'finished' ? last.result : null).toEqual(whole);
  });

  test('gives its host a turn every 50 ms and progress every 100 ms of work', async () => {
    const host = new FakeHost();
    host.start(1, { replications: 30_000 });
    await host.done();
    expect(host.pausedAt.length).toBeGreaterThan(5);
    for (const [i, at] of host.pausedAt.entries()) {
      expect(at - (host.pausedAt[i - 1] ?? 0)).toBeLessThanOrEqual(50);
    }
    for (const [i, at] of host.postedAt.entries()) {
      expect(at - (host.postedAt[i - 1] ?? 0)).toBeLessThanOrEqual(100);
    }
  });

  test('counts on from progress to progress', async () => {
    const host = new FakeHost();
    host.start(1, { replications: 20_000 });
    await host.done();
    const done = host.posted.map((message) =>
      message.kind === 'failed' || message.kind === 'film'
        ? NaN
        : (message.result?.replications.done ?? NaN),
    );
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done.at(-1)).toBe(20_000);
  });
});

describe('a cancelled run', () => {
  test('ends at the next turn with what is known', async () => {
    const host = new FakeHost((pause, at) => {
      if (pause === 3) at.cancel(1);
    });
    host.start(1, { replications: 1_000_000 });
    await host.done();
    const last = host.posted.at(-1);
    expect(last?.kind).toBe('cancelled');
    expect(host.pausedAt.length).toBe(3);
    expect(host.time - (host.pausedAt[2] ?? 0)).toBeLessThan(50);
    const done = last?.kind === 'cancelled' ? (last.result?.replications.done ?? 0) : 0;
    expect(done).toBeGreaterThan(0);
    expect(done % 1000).toBe(0);
  });

  test('has no result before its first block', async () => {
    const host = new FakeHost();
    host.start(1);
    host.cancel(1);
    await host.done();
    expect(host.posted).toEqual([{ kind: 'cancelled', run: 1, result: null, checkpoint: null }]);
  });

  test('by another number is not this one', async () => {
    const host = new FakeHost((_pause, at) => at.cancel(99));
    host.start(1);
    await host.done();
    expect(host.story.at(-1)).toBe('1 finished');
  });
});

describe('a new run', () => {
  test('cancels the one before, and each ends once', async () => {
    const host = new FakeHost((pause, at) => {
      if (pause === 2) at.start(2, { replications: 2000 });
    });
    host.start(1, { replications: 1_000_000 });
    await host.done();
    const ends = host.story.filter((line) => !line.endsWith('progress'));
    expect(ends).toEqual(['1 cancelled', '2 finished']);
    expect(host.story.lastIndexOf('1 progress')).toBeLessThan(host.story.indexOf('2 progress'));
  });
});

describe('many new runs at once', () => {
  test('end in their order, and only the last is done', async () => {
    const host = new FakeHost();
    for (const run of [1, 2, 3]) host.start(run, { replications: 2000 });
    await host.done();
    expect(host.story.filter((line) => !line.endsWith('progress'))).toEqual([
      '1 cancelled',
      '2 cancelled',
      '3 finished',
    ]);
  });
});

describe('a request that cannot be run', () => {
  test('fails with a sentence, and the next one runs', async () => {
    const host = new FakeHost();
    host.start(1, { plan: planWith({ traffic: { newUnitsPerDay: 0 } }) });
    await host.done();
    expect(host.posted).toEqual([
      { kind: 'failed', run: 1, message: expect.stringContaining('traffic.newUnitsPerDay') },
    ]);
    host.start(2, { replications: 1000 });
    await host.done();
    expect(host.story.at(-1)).toBe('2 finished');
  });

  test('not even a broken one throws', async () => {
    const host = new FakeHost();
    host.start(1, { plan: { version: 1 } as unknown as SimulationRequest['plan'] });
    await host.done();
    expect(host.story).toEqual(['1 failed']);
  });
});

describe('an ended handler', () => {
  test('says nothing more and takes nothing more', async () => {
    const host = new FakeHost((pause, at) => {
      if (pause === 2) at.handler.end();
    });
    host.start(1, { replications: 1_000_000 });
    while (host.pausedAt.length < 2) await Promise.resolve();
    const said = host.posted.length;
    for (let i = 0; i < 50; i += 1) await Promise.resolve();
    host.start(2);
    expect(host.posted.length).toBe(said);
    expect(host.story).not.toContain('1 cancelled');
  });
});

describe('a run that was broken off', () => {
  /** The last checkpoint of a run that is cancelled after some pauses. */
  async function brokenOff(): Promise<{ checkpoint: RunCheckpoint | null; done: number }> {
    const host = new FakeHost((pause, self) => {
      if (pause === 6) self.cancel(1);
    });
    host.start(1, { replications: 30_000 });
    await host.done();
    const last = host.posted.at(-1);
    if (last?.kind !== 'cancelled') throw new Error('it is cancelled');
    return { checkpoint: last.checkpoint, done: last.result?.replications.done ?? 0 };
  }

  test('goes on in another worker from what was kept, and ends as if nothing had happened', async () => {
    const { checkpoint, done } = await brokenOff();
    expect(done).toBeGreaterThan(0);
    const kept = JSON.parse(JSON.stringify(checkpoint)) as RunCheckpoint;
    const host = new FakeHost();
    host.start(1, { replications: 30_000 }, kept);
    await host.done();
    // First what is known, then what is more.
    const told = host.posted.flatMap((message) =>
      message.kind === 'progress' ? [message.result.replications.done] : [],
    );
    expect(told[0]).toBe(done);
    expect(told[1]).toBeGreaterThan(done);
    const whole = new FakeHost();
    whole.start(1, { replications: 30_000 });
    await whole.done();
    expect(host.posted.at(-1)).toEqual(whole.posted.at(-1));
  });

  test('is told of without drawing anything', async () => {
    const { checkpoint, done } = await brokenOff();
    const host = new FakeHost();
    host.start(1, { replications: 30_000 }, checkpoint, true);
    await host.done();
    expect(host.story).toEqual(['1 cancelled']);
    const [told] = host.posted;
    expect(told?.kind === 'cancelled' && told.result?.replications.done).toBe(done);
    expect(told?.kind === 'cancelled' && told.checkpoint).toEqual(checkpoint);
  });

  test('starts anew where the plan, the seed or the rules are others', async () => {
    const { checkpoint, done } = await brokenOff();
    for (const other of [
      { seed: 2 },
      { replications: 29_000 },
      { rules: ['z-pooled'] },
      { plan: planWith({ metric: { baseline: 0.06 } }) },
    ]) {
      const host = new FakeHost((_pause, self) => self.cancel(1));
      host.start(1, { replications: 30_000, ...other }, checkpoint);
      await host.done();
      const last = host.posted.at(-1);
      expect(last?.kind).toBe('cancelled');
      expect(last?.kind === 'cancelled' && (last.result?.replications.done ?? 0)).toBeLessThan(
        done,
      );
    }
  });
});

test('another launch is filmed when asked for', async () => {
  const host = new FakeHost();
  const request = { plan: examplePlan, seed: 1, replications: 1000 };
  host.handler.receive({ kind: 'film', run: 4, request, launch: 3 });
  const [film] = host.posted;
  expect(film).toMatchObject({ kind: 'film', run: 4, film: { launch: 3 } });
  expect(film?.kind === 'film' && film.film.frames.length).toBe(20);
  await host.done();
});
