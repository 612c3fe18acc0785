import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runSimulate, type SimulateRequest } from '../../../src/cli/simulate';
import { createSimulation } from '../../../src/core/simulate/simulation';
import { examplePlan } from '../../support/examplePlan';
import { expectGolden } from '../../support/expectGolden';

const example = readFileSync(
  new URL('../../fixtures/stats/example.experiment.yaml', import.meta.url),
  'utf8',
);

async function simulate(request: Partial<SimulateRequest> = {}) {
  return await runSimulate({
    planFile: 'example.experiment.yaml',
    planText: example,
    format: 'text',
    runs: 2000,
    seed: 1,
    version: '0.0.0',
    signal: { aborted: false },
    onProgress: () => {},
    ...request,
  });
}

describe('flaglab simulate', () => {
  test('for people', async () => {
    const { exitCode, output, messages } = await simulate();
    expect({ exitCode, messages }).toEqual({ exitCode: 0, messages: [] });
    expectGolden('cli/simulate-example.txt', output);
  });

  test('as JSON', async () => {
    const { exitCode, output } = await simulate({ format: 'json' });
    expect(exitCode).toBe(0);
    expectGolden('cli/simulate-example.json', output);
  });

  test('has the numbers of the core for the same plan and seed', async () => {
    const { output } = await simulate({ format: 'json', seed: 99, runs: 1500 });
    const created = createSimulation({ plan: examplePlan, seed: 99, replications: 1500 });
    if (created.kind === 'refused') throw new Error(created.message);
    const { simulation } = created;
    const result = simulation.summarise([simulation.runBlock(0), simulation.runBlock(1)]);
    expect(JSON.parse(output)).toMatchObject({ seed: 99, runs: 1500, result });
  });

  test('says where formula and simulation differ', async () => {
    const planText = example
      .replace('baseline: 0.052', 'baseline: 0.5')
      .replace('relative: 0.05', 'absolute: 0.45');
    const { output } = await simulate({ planText, runs: 100_000 });
    expect(output).toContain('THEY DIFFER');
  });

  test('reports progress', async () => {
    const seen: string[] = [];
    await simulate({ runs: 3000, onProgress: (done, planned) => seen.push(`${done}/${planned}`) });
    expect(seen[0]).toBe('1000/3000');
  });
});

describe('an interrupted run', () => {
  /** A host whose clock jumps, so that each block is reported. */
  function slowHost() {
    let time = 0;
    return { now: () => (time += 100), pause: async () => await Promise.resolve() };
  }

  test('prints what is known and exits with 130', async () => {
    const signal = { aborted: false };
    const { exitCode, output, messages } = await simulate({
      signal,
      host: slowHost(),
      runs: 10_000,
      onProgress: (done) => {
        signal.aborted = done >= 2000;
      },
    });
    expect(exitCode).toBe(130);
    expect(messages).toEqual(['Interrupted after 2000 of 10000 simulated launches.']);
    expect(output).toMatch(/^In [\d.]+ % of 2,000 simulated launches/);
    expect(output).toContain('Interrupted: 2,000 of 10,000 launches.');
  });

  test('before anything is known has nothing to print, and JSON says so', async () => {
    const signal = { aborted: true };
    expect(await simulate({ signal })).toEqual({
      exitCode: 130,
      output: '',
      messages: ['Interrupted after 0 of 2000 simulated launches.'],
    });
    const { output } = await simulate({ signal, format: 'json' });
    expect(JSON.parse(output)).toMatchObject({ result: null, refused: null, runs: 2000 });
  });
});

describe('what cannot be simulated', () => {
  test('a broken plan: exit code 2 and the place of the error', async () => {
    const planText = example.replace('power: 0.8', 'power: 1.2');
    const { exitCode, output, messages } = await simulate({ planText });
    expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' });
    expect(messages).toEqual([expect.stringMatching(/^example\.experiment\.yaml:10:\d+: error: /)]);
  });

  test('a plan without traffic: exit code 2 and a sentence, in JSON too', async () => {
    const planText = example.replace('newUnitsPerDay: 12000', 'newUnitsPerDay: 0');
    const { exitCode, output, messages } = await simulate({ planText, format: 'json' });
    expect(exitCode).toBe(2);
    expect(messages).toEqual([expect.stringContaining('traffic.newUnitsPerDay')]);
    expect(JSON.parse(output)).toMatchObject({ result: null, refused: { code: 'no-traffic' } });
  });

  test('a seed that is none', async () => {
    const { exitCode, messages } = await simulate({ seed: NaN });
    expect(exitCode).toBe(2);
    expect(messages[0]).toContain('The seed is a whole number');
  });
});
