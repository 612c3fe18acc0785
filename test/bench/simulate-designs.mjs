// Simulates the designs that no outside program answers (margins, relative lift, pairs, unequal variances, clusters, ranks,
// times to event, CUPED, quantiles, revenue, ratios, corrections for several, strata ...) and compares how often the test
// succeeds with what the formula says. Formulas for large numbers are a little off at these sizes; the script tells, it does
// not judge.
// usage: npm run bench:designs [-- REPLICATIONS [WORD ...]]    10^6 (the default) take some minutes; only designs whose name holds a WORD.
import { bundleSizes, planOf } from './bundleSizes.mjs';
import { comparisonDesigns } from './designs/comparisons.mjs';
import { familyDesigns } from './designs/families.mjs';
import { valueDesigns } from './designs/values.mjs';

const core = await bundleSizes();
const [given = '1000000', ...words] = process.argv.slice(2);
const replications = Number(given);
const { planComparisons, sizeMethods, RandomStream } = core;

/** The plan's own number for a design. @type {(design: import('./designs/draws.mjs').Design, comparison: any) => number} */
function formulaOf({ metric, n, weights, formula }, comparison) {
  const { controlShare, treatmentShare, inflation } = comparison;
  const pair =
    metric.test === 'mcnemar' || weights !== undefined ? 1 : controlShare + treatmentShare;
  const total = (metric.test === 'mcnemar' ? n : (n / controlShare) * pair) / inflation;
  return formula === undefined
    ? sizeMethods[metric.test].power(comparison, total)
    : formula(comparison, total);
}

const columns = ['replications', 'formula', 'drawn', 'apart', '± 95 %'];
console.log(
  [''.padEnd(74), ...columns.map((word, i) => word.padStart(i === 0 ? 12 : 8))].join(' '),
);
const designs = [...comparisonDesigns(core), ...valueDesigns(core), ...familyDesigns(core)];
for (const [block, each] of designs.entries()) {
  const { name, n, succeeds } = each;
  if (words.length > 0 && !words.some((word) => name.includes(word))) continue;
  const [comparison] = planComparisons(planOf(each));
  const formula = formulaOf(each, comparison);
  const random = RandomStream.ofBlock(20261125, block);
  let found = 0;
  for (let i = 0; i < replications; i += 1) if (succeeds(random, comparison, n)) found += 1;
  const drawn = found / replications;
  const half = 1.96 * Math.sqrt((drawn * (1 - drawn)) / replications);
  const numbers = [formula, drawn, drawn - formula, half].map((x) => x.toFixed(4).padStart(8));
  console.log([name.padEnd(74), String(replications).padStart(12), ...numbers].join(' '));
}
