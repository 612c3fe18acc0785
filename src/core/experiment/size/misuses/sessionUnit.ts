import { normalQuantile } from '../../../stats/distributions/normalQuantile';
import { normalUpperTail } from '../../../stats/distributions/normalUpperTail';
import { plural } from '../../../report/countOf';
import { formatDecimal, formatPercent } from '../../../report/formatNumber';
import type { SizedPlan } from '../sizedPlan';
import { designEffect } from '../stretch';
import type { Misuse } from './misuse';

/** Units of which one person has several. */
const repeated =
  /^(?:session|visit|request|page[-_ ]?view|view|impression|event|click|hit|query|search|call|message|order|transaction|trip|ride)s?$/i;

/** As an example: what a plain site has. */
const example = { size: 4, correlation: 0.1, variation: 0 };

function find({ plan, deciding }: SizedPlan) {
  const { unit, design } = plan;
  if (!repeated.test(unit.trim()) || design.cluster !== undefined) return null;
  const effect = designEffect(example);
  const { significanceLevel: level, sides } = deciding;
  const z = -normalQuantile(level / sides);
  const alarms = sides * normalUpperTail(z / Math.sqrt(effect));
  const message = `The unit is "${unit}", of which one person has several. If people keep their variant, ${plural(unit)} of a person are alike: with ${example.size} each that correlate by ${example.correlation} the design effect is ${formatDecimal(effect, 3)}, so many times more are needed, and a test that takes them for independent raises ${formatPercent(alarms)} false alarms, not ${formatPercent(level)}. Write unit: user, with observations on the metric (or cluster in the design); keep it only where each ${unit} is assigned anew.`;
  return { code: 'session-unit', path: ['unit'], message };
}

/** Sessions are counted, people are assigned. */
export const sessionUnit: Misuse = {
  id: 'session-unit',
  name: 'Sessions counted, people assigned',
  find,
};
