// Simulates each family of sequential designs at three settings and compares type I error, power and average sample
// with what the recursion says, within Monte Carlo error.
// usage: node test/bench/simulate-sequential.mjs [REPLICATIONS] [FAMILY]     not part of npm test: a million takes minutes.
import { importBundled } from './importBundled.mjs';

const replications = Number(process.argv[2] ?? 1e6);
const only = process.argv[3] ?? '';

const core = await importBundled(`
      export { sequentialDesign } from './src/core/experiment/sequential/sequentialDesign';
      export { alwaysValidMultiplier } from './src/core/experiment/sequential/alwaysValidMultiplier';
      export { recursionOver } from './src/core/experiment/sequential/recursion';
      export { operatingCharacteristics } from './src/core/experiment/sequential/operatingCharacteristics';
      export { driftForPower } from './src/core/experiment/sequential/driftForPower';
      export { normalQuantile } from './src/core/stats/distributions/normalQuantile';
      export { bayesianLooks } from './src/core/experiment/bayesian/bayesianLooks';
      export { betaRuleChances } from './src/core/experiment/bayesian/betaRuleChances';
      export { betaProbabilityToBeat } from './src/core/experiment/bayesian/betaProbabilityToBeat';
      export { betaExpectedLoss } from './src/core/experiment/bayesian/betaExpectedLoss';
      export * from './src/core/experiment/bayesian/normalPosterior';
      export { characteristicsOf } from './src/core/experiment/sequential/operatingCharacteristics';
      export { sampleBinomial } from './src/core/stats/random/sampleBinomial';
      export { RandomStream } from './src/core/stats/random/randomStream';`);

/** @typedef {{ fraction: number, upper: number, lower: number, futility: { low: number, high: number } | null }} Look */

/** @type {(count: number) => number[]} */
const evenly = (count) => Array.from({ length: count }, (_, i) => (i + 1) / count);

/**
 * What ends an experiment at a look with this z: 1 success, -1 the wrong way, 0 futility; null: it goes on.
 * @typedef {(look: Look, z: number) => 1 | -1 | 0 | null} Stop
 */

/** @type {Stop} */
const byBounds = ({ upper, lower, futility }, z) => {
  if (z >= upper) return 1;
  if (z <= lower) return -1;
  return futility !== null && z >= futility.low && z <= futility.high ? 0 : null;
};

/** @typedef {{ success: number, wrong: number, fraction: number, squares: number }} Seen */

/** Paths of z with a drift, look by look, until something stops them. */
/** @type {(looks: Look[], drift: number, block: number, stop?: Stop) => Seen} */
function simulate(looks, drift, block, stop = byBounds) {
  const random = core.RandomStream.ofBlock(20261124, block);
  let [success, wrong, fractions, squares] = [0, 0, 0, 0];
  for (let i = 0; i < replications; i += 1) {
    let score = 0;
    let before = 0;
    for (const look of looks) {
      const { fraction } = look;
      const step = fraction - before;
      // A normal step by inversion: slow, and nothing of what is checked.
      score += drift * step + Math.sqrt(step) * core.normalQuantile(random.nextUnit() || 1e-17);
      before = fraction;
      const z = score / Math.sqrt(fraction);
      const ended = stop(look, z);
      if (ended === null) continue;
      if (ended === 1) success += 1;
      if (ended === -1) wrong += 1;
      break;
    }
    fractions += before;
    squares += before * before;
  }
  const fraction = fractions / replications;
  return {
    success: success / replications,
    wrong: wrong / replications,
    fraction,
    squares: squares / replications,
  };
}

const spending = (/** @type {string} */ kind, exponent = 1) => ({
  kind: 'spending',
  spending: kind === 'power' ? { kind, exponent } : { kind },
});
const settings = [
  { fractions: evenly(5), sides: 2, significanceLevel: 0.05, power: 0.8 },
  { fractions: [0.2, 0.55, 0.7, 1], sides: 1, significanceLevel: 0.025, power: 0.9 },
  { fractions: evenly(14), sides: 2, significanceLevel: 0.1, power: 0.7 },
];
const families = {
  pocock: { efficacy: { kind: 'shape', shape: 0.5 } },
  'obrien-fleming': { efficacy: { kind: 'shape', shape: 0 } },
  'lan-demets-pocock': { efficacy: spending('lan-demets-pocock') },
  'lan-demets-obrien-fleming': { efficacy: spending('lan-demets-obrien-fleming') },
  'power 2': { efficacy: spending('power', 2) },
  'haybittle-peto': { efficacy: { kind: 'flat-then-rest', z: 3.5 } },
  'obrien-fleming, futility': {
    efficacy: spending('lan-demets-obrien-fleming'),
    futility: spending('lan-demets-obrien-fleming'),
    isFutilityBinding: true,
  },
};

/** @type {{ name: string, looks: Look[], drift: number, said: any, stop?: Stop, seen?: (truth: 'null' | 'effect', block: number) => Seen }[]} */
const cases = [];
for (const [name, family] of Object.entries(families)) {
  for (const setting of settings) {
    const design = core.sequentialDesign({ ...setting, ...family });
    cases.push({ name, looks: design.looks, drift: design.drift, said: design });
  }
}
const rules = {
  'asymptotic-cs': { kind: 'asymptotic-cs', tuning: 5000 },
  msprt: { kind: 'msprt', mixingVariance: 0.003 },
  statsig: { kind: 'statsig', varianceControl: 1, varianceTreatment: 1 },
};
for (const [name, rule] of Object.entries(rules)) {
  for (const { fractions, sides, significanceLevel, power } of settings) {
    const looks = fractions.map((fraction) => {
      const units = 10_000 * fraction;
      const moment = { units, variance: 4 / units, significanceLevel, sides };
      const upper = core.alwaysValidMultiplier(rule, moment);
      return { fraction, upper, lower: sides === 2 ? -upper : -Infinity, futility: null };
    });
    const recursion = core.recursionOver(looks);
    const drift = core.driftForPower(recursion, power);
    const terms = { drift, significanceLevel, sides, power };
    cases.push({ name, looks, drift, said: core.operatingCharacteristics(recursion, terms) });
  }
}

/** Posteriors of a normal estimate: looks are told by bounds, and simulated by what the posterior itself says. */
const effect = 0.01;
/** @type {Record<string, [any, any]>} */
const bayesian = {
  'bayesian, flat': [{ kind: 'flat' }, { probability: 0.95 }],
  'bayesian, normal prior': [
    { kind: 'normal', mean: 0.002, deviation: 0.008 },
    { probability: 0.97 },
  ],
  'bayesian, expected loss': [
    { kind: 'normal', mean: 0, deviation: 0.02 },
    { expectedLoss: 0.0002 },
  ],
};
for (const [name, [prior, rule]] of Object.entries(bayesian)) {
  for (const { fractions, sides, significanceLevel, power } of settings) {
    const drift = 3.2;
    const situation = { significanceLevel, sides, power, drift, effect };
    const looks = core.bayesianLooks({ kind: 'bayesian', fractions, prior, rule }, situation);
    const belief = prior.kind === 'normal' ? prior : { mean: 0, deviation: Infinity };
    /** @type {Stop} */
    const stop = ({ fraction }, z) => {
      const deviation = effect / (drift * Math.sqrt(fraction));
      const { mean, deviation: after } = core.normalPosterior(belief, {
        mean: z * deviation,
        deviation,
      });
      const chosen = mean >= 0 ? 1 : -1;
      if (chosen < 0 && sides === 1) return null;
      const good = { mean: Math.abs(mean), deviation: after };
      const isEnough =
        rule.probability === undefined
          ? core.normalExpectedLoss(good) <= rule.expectedLoss
          : core.normalProbabilityToBeat(good) >= rule.probability;
      return isEnough ? chosen : null;
    };
    const terms = { drift, significanceLevel, sides, power };
    const said = core.operatingCharacteristics(core.recursionOver(looks), terms);
    cases.push({ name, looks, drift, said, stop });
  }
}

/** Counts of users whose posteriors are beta: looks are told by enumeration, and simulated user by user with the posterior itself. */
/** @type {{ prior: any, rule: any, units: number[], shares: number[] }[]} */
const betaRules = [
  {
    prior: { alpha: 1, beta: 1 },
    rule: { probability: 0.95 },
    units: [20, 40, 60, 80, 100],
    shares: [0.2, 0.35],
  },
  {
    prior: { alpha: 2, beta: 30 },
    rule: { probability: 0.9 },
    units: [60, 150, 200, 300],
    shares: [0.05, 0.09],
  },
  {
    prior: { alpha: 1, beta: 1 },
    rule: { expectedLoss: 0.01 },
    units: [25, 50, 75],
    shares: [0.5, 0.6],
  },
];
for (const { prior, rule, units, shares } of betaRules) {
  const [baseline = 0, target = 0] = shares;
  const most = units.at(-1) ?? 1;
  const looks = units.map((count) => ({
    fraction: count / most,
    upper: 0,
    lower: 0,
    futility: null,
  }));
  const design = {
    rule,
    prior,
    sides: 2,
    looks: units.map((count) => ({ control: count, treatment: count })),
  };
  const chances = (/** @type {number} */ treatment) => {
    const found = core.betaRuleChances(design, { control: baseline, treatment });
    return { success: found.treatment, wrong: found.control, futility: units.map(() => 0) };
  };
  const said = core.characteristicsOf(
    looks,
    { drift: 1, significanceLevel: 0.05, sides: 2, power: 0.8 },
    { null: chances(baseline), effect: chances(target) },
  );
  /** @type {Map<number, 1 | -1 | null>} */
  const verdicts = new Map();
  const verdict = (
    /** @type {number} */ count,
    /** @type {number} */ a,
    /** @type {number} */ b,
  ) => {
    const key = (count * 1000 + a) * 1000 + b;
    const known = verdicts.get(key);
    if (known !== undefined) return known;
    const of = (/** @type {number} */ hits) => ({
      alpha: prior.alpha + hits,
      beta: prior.beta + count - hits,
    });
    const isAhead = b > a;
    const [better, other] = isAhead ? [of(b), of(a)] : [of(a), of(b)];
    const isEnough =
      rule.probability === undefined
        ? a !== b && core.betaExpectedLoss(better, other) <= rule.expectedLoss
        : core.betaProbabilityToBeat(other, better) >= rule.probability;
    const found = isEnough ? (isAhead ? 1 : -1) : null;
    verdicts.set(key, found);
    return found;
  };
  /** @type {(truth: 'null' | 'effect', block: number) => Seen} */
  const seen = (truth, block) => {
    const random = core.RandomStream.ofBlock(20261124, block);
    let [success, wrong, fractions, squares] = [0, 0, 0, 0];
    for (let i = 0; i < replications; i += 1) {
      let [a, b, before] = [0, 0, 0];
      for (const count of units) {
        a += core.sampleBinomial(random, count - before, baseline);
        b += core.sampleBinomial(random, count - before, truth === 'effect' ? target : baseline);
        before = count;
        const ended = verdict(count, a, b);
        if (ended === null) continue;
        if (ended === 1) success += 1;
        else wrong += 1;
        break;
      }
      fractions += before / most;
      squares += (before / most) ** 2;
    }
    return {
      success: success / replications,
      wrong: wrong / replications,
      fraction: fractions / replications,
      squares: squares / replications,
    };
  };
  cases.push({ name: 'bayesian, beta-binomial', looks, drift: 1, said, seen });
}

let worst = 0;
console.log(
  `${replications.toLocaleString('en')} replications; (said - simulated) in standard errors`,
);
console.log(
  'family                    looks  type I           power            mean under H0    mean under H1',
);
let told = 0;
cases.forEach(({ name, looks, drift, said, stop, seen }, index) => {
  if (!name.startsWith(only)) return;
  told += 4;
  const none = seen?.('null', 2 * index) ?? simulate(looks, 0, 2 * index, stop);
  const effect = seen?.('effect', 2 * index + 1) ?? simulate(looks, drift, 2 * index + 1, stop);
  const parts = [
    [said.typeOneError, none.success + none.wrong],
    [said.power, effect.success],
    [said.averageSample.null / said.maximumInflation, none.fraction, none.squares],
    [said.averageSample.effect / said.maximumInflation, effect.fraction, effect.squares],
  ].map(([told = 0, seen = 0, squares]) => {
    const variance = squares === undefined ? told * (1 - told) : squares - seen * seen;
    const distance = (told - seen) / Math.sqrt(variance / replications || 1);
    worst = Math.max(worst, Math.abs(distance));
    return `${told.toFixed(5)} (${distance.toFixed(1).padStart(4)})`.padEnd(16);
  });
  console.log(`${name.padEnd(25)} ${String(looks.length).padStart(5)}  ${parts.join(' ')}`);
});
console.log(`worst of ${told}: ${worst.toFixed(2)} standard errors`);
process.exitCode = worst < 4.5 ? 0 : 1;
