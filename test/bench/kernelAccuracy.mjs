// Holds every function of the kernel to its accuracy, at random points, against 40-digit arithmetic.
// usage: npm run bench:kernel [-- POINTS [FUNCTION ...] [--where]]     POINTS a function, 2000 by default: half an hour
//        node test/bench/kernelAccuracy.mjs 18 --values                writes test/fixtures/stats/distributions.json
// Needs a python3 with mpmath (Debian: python3-mpmath), named by the variable PYTHON where it is another; not part of npm test.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleKernel } from './bundleKernel.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const total = Number(process.argv[2] ?? 2000);
const only = process.argv.slice(3).filter((word) => !word.startsWith('--'));

/** @type {Record<string, any>} */
const kernel = await bundleKernel();
const random = kernel['RandomStream'].ofBlock(20261123, 0);

/** @type {(low: number, high: number) => number} */
const between = (low, high) => low + (high - low) * random.nextUnit();
/** @type {(low: number, high: number) => number} */
const geometric = (low, high) => low * Math.exp(between(0, Math.log(high / low)));
/** @type {(low: number, high: number) => number} */
const whole = (low, high) => Math.round(geometric(low, high));
/** @type {() => number} */
const sign = () => (random.nextUnit() < 0.5 ? -1 : 1);

/** Where points are drawn: parameters up to `most`, and how deep in a tail. */
const body4 = {
  name: 'body, parameters to 1e4',
  most: 1e4,
  depth: () => between(-3, -0.3),
  target: 1e-12,
};
const body7 = {
  name: 'body, parameters to 1e7',
  most: 1e7,
  depth: () => between(-3, -0.3),
  target: 1e-10,
};
const tail = {
  name: 'tails to 1e-300, parameters to 1e7',
  most: 1e7,
  depth: () => between(-300, -3),
  target: 1e-9,
};
const shallow = {
  name: 'tails to 1e-15, parameters to 1e7',
  most: 1e7,
  depth: () => between(-15, -3),
  target: 1e-9,
};
const central = [body4, body7, tail];
const noncentral = [body4, body7, shallow];

/**
 * Draws one point of a family: the arguments of its cdf, so that the smaller tail is about 10^depth.
 * @typedef {{ name: string, most: number, depth: () => number, target: number }} Class
 * @typedef {{ args: number[], side: 'lower' | 'upper' }} Point
 * @type {Record<string, (where: Class) => Point>}
 */
const draw = {
  normal: (where) => ({ args: [kernel['normalQuantile'](10 ** where.depth())], side: 'lower' }),
  t: (where) => {
    const df = geometric(0.5, where.most);
    return { args: [kernel['tQuantile'](10 ** where.depth(), df), df], side: 'lower' };
  },
  noncentralT: (where) => {
    const df = geometric(1, where.most);
    const ncp = sign() * geometric(0.01, 50);
    const z = kernel['normalQuantile'](10 ** where.depth()) * sign();
    const spread = Math.sqrt(1 + (ncp * ncp) / (2 * df));
    const t = (ncp + z * spread) * (df < 30 ? geometric(0.5, 2) : 1);
    const lower = kernel['noncentralTCdf'](t, df, ncp);
    return { args: [t, df, ncp], side: lower < 0.5 ? 'lower' : 'upper' };
  },
  chiSquare: (where) => {
    const df = geometric(0.5, where.most);
    const p = 10 ** where.depth();
    return sign() < 0
      ? { args: [kernel['chiSquareQuantile'](p, df), df], side: 'lower' }
      : { args: [kernel['chiSquareUpperQuantile'](p, df), df], side: 'upper' };
  },
  noncentralChiSquare: (where) => {
    const df = geometric(0.5, where.most);
    const ncp = geometric(0.01, Math.min(where.most, 1e5));
    const z = kernel['normalQuantile'](10 ** where.depth()) * sign();
    // After Sankaran: a power of the ratio to the mean is nearly normal.
    const h = 1 - (2 * (df + ncp) * (df + 3 * ncp)) / (3 * (df + 2 * ncp) ** 2);
    const p = (df + 2 * ncp) / (df + ncp) ** 2;
    const root = 1 + h * p * (h - 1) + z * h * Math.sqrt(2 * p);
    const x = (df + ncp) * Math.max(1e-4, root) ** (1 / h);
    return { args: [x, df, ncp], side: x < df + ncp ? 'lower' : 'upper' };
  },
  beta: (where) => {
    const [a, b, p] = [geometric(0.5, where.most), geometric(0.5, where.most), 10 ** where.depth()];
    const x = kernel['betaQuantile'](p, a, b);
    if (sign() < 0) return { args: [x, a, b], side: 'lower' };
    return { args: [1 - x, b, a], side: 'upper' };
  },
  f: (where) => {
    const [a, b, p] = [geometric(0.5, where.most), geometric(0.5, where.most), 10 ** where.depth()];
    const x = kernel['fQuantile'](p, a, b);
    return sign() < 0 ? { args: [x, a, b], side: 'lower' } : { args: [1 / x, b, a], side: 'upper' };
  },
  gamma: (where) => {
    const [shape, scale] = [geometric(0.5, where.most), geometric(0.01, 100)];
    const p = 10 ** where.depth();
    return sign() < 0
      ? { args: [kernel['gammaQuantile'](p, shape, scale), shape, scale], side: 'lower' }
      : { args: [kernel['gammaUpperQuantile'](p, shape, scale), shape, scale], side: 'upper' };
  },
  binomial: (where) => {
    const n = whole(2, where.most);
    const p = sign() < 0 ? geometric(1e-4, 0.5) : between(0.001, 0.999);
    const q = 10 ** where.depth();
    return sign() < 0
      ? { args: [kernel['binomialQuantile'](q, n, p), n, p], side: 'lower' }
      : {
          args: [Math.max(0, n - 1 - kernel['binomialQuantile'](q, n, 1 - p)), n, p],
          side: 'upper',
        };
  },
  poisson: (where) => {
    const mean = geometric(0.1, where.most);
    const q = 10 ** where.depth();
    return sign() < 0
      ? { args: [kernel['poissonQuantile'](q, mean), mean], side: 'lower' }
      : { args: [Math.ceil(mean + deep(q, mean)), mean], side: 'upper' };
  },
  negativeBinomial: (where) => {
    const [size, mean] = [geometric(0.1, where.most), geometric(0.1, where.most)];
    const q = 10 ** where.depth();
    if (sign() < 0) {
      const count = kernel['negativeBinomialQuantile'](q, size, mean);
      return { args: [count, size, mean], side: 'lower' };
    }
    // Above the mean: like a gamma draw, then a Poisson one.
    const [far, near] = [q ** between(0, 1), q ** between(0, 1)];
    const share = kernel['gammaUpperQuantile'](Math.min(0.5, far), size, mean / size);
    return {
      args: [Math.ceil(share + deep(Math.min(0.5, near), share)), size, mean],
      side: 'upper',
    };
  },
  hypergeometric: (where) => {
    const population = whole(20, where.most);
    const marked = Math.max(1, Math.floor(population * between(0.001, 0.999)));
    const draws = Math.max(1, Math.floor(population * between(0.001, 0.999)));
    const mean = (draws * marked) / population;
    const spread = Math.sqrt(
      (mean * (1 - marked / population) * (population - draws)) / population,
    );
    const z = kernel['normalQuantile'](10 ** Math.max(-290, where.depth())) * sign();
    const least = Math.max(0, draws + marked - population);
    const most = Math.max(least, Math.min(draws, marked) - 1);
    const k = Math.min(most, Math.max(least, Math.floor(mean + z * spread)));
    return { args: [k, population, marked, draws], side: k <= mean ? 'lower' : 'upper' };
  },
};

/** How far above the mean a Poisson count has a tail of about q. @type {(q: number, mean: number) => number} */
function deep(q, mean) {
  const z = -kernel['normalQuantile'](q);
  return z * Math.sqrt(mean) + (z * z) / 6;
}

/** @type {Record<string, (...args: number[]) => number>} */
const adapted = {
  hypergeometricPmf: (k, population, marked, draws) =>
    kernel['hypergeometricPmf'](k, { population, marked, draws }),
  hypergeometricCdf: (k, population, marked, draws) =>
    kernel['hypergeometricCdf'](k, { population, marked, draws }),
  hypergeometricUpperTail: (k, population, marked, draws) =>
    kernel['hypergeometricUpperTail'](k, { population, marked, draws }),
};
/** @type {(name: string, args: number[]) => number} */
const compute = (name, args) => (adapted[name] ?? kernel[name])(...args);

/** @type {{ name: string, where: Class, points: [number[], number][] }[]} */
const tables = [];
/** @type {(name: string, where: Class, count: number, args: () => number[] | undefined) => void} */
function table(name, where, count, args) {
  if (only.length > 0 && !only.includes(name)) return;
  /** @type {[number[], number][]} */
  const points = [];
  for (let tries = 0; points.length < count && tries < 200 * count; tries += 1) {
    const drawn = args();
    if (drawn !== undefined) points.push([drawn, compute(name, drawn)]);
  }
  tables.push({ name, where, points });
}

/** The two tails of a family: in the body both at every point, in the tails the small one. @type {(family: string, classes: Class[], cdf: string, upper: string) => void} */
function tails(family, classes, cdf, upper) {
  for (const [name, side] of [
    [cdf, 'lower'],
    [upper, 'upper'],
  ]) {
    for (const where of classes) {
      table(/** @type {string} */ (name), where, Math.ceil(total / classes.length), () => {
        const point = /** @type {(where: Class) => Point} */ (draw[family])(where);
        if (!point.args.every(Number.isFinite)) return undefined;
        if (family === 'normal' || family === 't') {
          return side === 'lower' ? point.args : [-(point.args[0] ?? 0), ...point.args.slice(1)];
        }
        const result = compute(/** @type {string} */ (name), point.args);
        const value = /** @type {string} */ (name).startsWith('log') ? Math.exp(result) : result;
        if (value < 1e-300) return undefined;
        if (where.most === 1e7 && where !== body7 && point.side !== side) return undefined;
        return value < 10 ** -15 && where === shallow ? undefined : point.args;
      });
    }
  }
}

/** @type {(name: string, family: string, target: number, range?: string) => void} */
function mass(name, family, target, range = 'body and tails, parameters to 1e7') {
  const where = { ...body7, name: range, target };
  let i = 0;
  table(name, where, total, () => {
    i += 1;
    const { args } = /** @type {(where: Class) => Point} */ (draw[family])(i % 2 ? body7 : shallow);
    return compute(name, args) > 1e-300 ? args : undefined;
  });
}

/** @type {(name: string, parameters: (most: number) => number[], small?: boolean) => void} */
function quantile(name, parameters, small = false) {
  for (const where of central) {
    table(
      name,
      { ...where, target: where === tail ? 1e-9 : where.target },
      Math.ceil(total / 3),
      () => {
        const p = 10 ** where.depth();
        const args = [
          !small && where !== tail && sign() < 0 ? 1 - p : p,
          ...parameters(where.most),
        ];
        const value = compute(name, args);
        return value !== 0 && Math.abs(value) > 1e-290 && Math.abs(value) < 1e290
          ? args
          : undefined;
      },
    );
  }
}

const free = (/** @type {string} */ name, /** @type {number} */ target) => ({
  ...body4,
  name,
  target,
});
table('logGamma', free('1e-10 to 1e10', 1e-14), total, () => [geometric(1e-10, 1e10)]);
table('erfc', free('-6 to 26', 1e-14), total, () => [between(-6, 26)]);
table('expm1', free('1e-20 to 700, both signs', 1e-15), total, () => [
  sign() * geometric(1e-20, 700),
]);
tails('normal', central, 'normalCdf', 'normalUpperTail');
quantile('normalQuantile', () => []);
tails('t', central, 'tCdf', 'tUpperTail');
quantile('tQuantile', (most) => [geometric(0.5, most)]);
tails('noncentralT', noncentral, 'noncentralTCdf', 'noncentralTUpperTail');
tails('chiSquare', central, 'chiSquareCdf', 'chiSquareUpperTail');
quantile('chiSquareQuantile', (most) => [geometric(0.5, most)]);
quantile('chiSquareUpperQuantile', (most) => [geometric(0.5, most)], true);
tails('noncentralChiSquare', noncentral, 'noncentralChiSquareCdf', 'noncentralChiSquareUpperTail');
tails('beta', central, 'betaCdf', 'betaUpperTail');
quantile('betaQuantile', (most) => [geometric(0.5, most), geometric(0.5, most)]);
tails('gamma', central, 'gammaCdf', 'gammaUpperTail');
quantile('gammaQuantile', (most) => [geometric(0.5, most), geometric(0.01, 100)]);
tails('f', central, 'fCdf', 'fUpperTail');
quantile('fQuantile', (most) => [geometric(0.5, most), geometric(0.5, most)]);
mass('binomialPmf', 'binomial', 1e-10);
tails('binomial', central, 'binomialCdf', 'binomialUpperTail');
tails('binomial', [tail], 'logBinomialCdf', 'logBinomialUpperTail');
mass('poissonPmf', 'poisson', 1e-10);
tails('poisson', central, 'poissonCdf', 'poissonUpperTail');
mass('negativeBinomialPmf', 'negativeBinomial', 1e-10);
tails('negativeBinomial', central, 'negativeBinomialCdf', 'negativeBinomialUpperTail');
mass('hypergeometricPmf', 'hypergeometric', 1e-10);
tails('hypergeometric', central, 'hypergeometricCdf', 'hypergeometricUpperTail');

const folder = mkdtempSync(path.join(tmpdir(), 'flaglab-kernel-'));
try {
  const file = path.join(folder, 'points.json');
  const lines = tables.map(({ name, where, points }) =>
    JSON.stringify({ function: name, class: where.name, target: where.target, points }),
  );
  writeFileSync(file, `${lines.join('\n')}\n`);
  const script = path.join(here, 'kernelAccuracy.py');
  const python = process.env['PYTHON'] ?? '/usr/bin/python3';
  const flags = process.argv.slice(2).filter((word) => word.startsWith('--'));
  const { status, stdout } = spawnSync(python, [script, file, ...flags], {
    stdio: ['ignore', flags.includes('--values') ? 'pipe' : 'inherit', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  process.exitCode = status ?? 1;
  if (flags.includes('--values') && status === 0) writeFixture(stdout.trim().split('\n'));
} finally {
  rmSync(folder, { recursive: true });
}

/** @type {(lines: string[]) => void} */
function writeFixture(lines) {
  const about = 'mpmath, 40 digits, by test/bench/kernelAccuracy.mjs; rows are [arguments, value].';
  const body = lines.map((line) => `    ${line}`).join(',\n');
  writeFileSync(
    path.join(here, '../fixtures/stats/distributions.json'),
    `{\n  "source": "${about}",\n  "tables": [\n${body}\n  ]\n}\n`,
  );
}
