import { plainNumber } from '../../syntax/plainNumber';
import { refuseValue } from '../../schema/refuseValue';
import type * as z from '../../schema/zod';

type Payload<Value> = z.core.ParsePayload<Value>;

interface DesignLike {
  readonly significanceLevel: number;
  readonly sides: 'one' | 'two';
  readonly futility?: { readonly bounds: string; readonly z?: number | undefined } | undefined;
  readonly looks?: number | readonly number[] | undefined;
  readonly bounds?: string | undefined;
  readonly spending?: readonly number[] | undefined;
  readonly method?: string | undefined;
  readonly vendor?: string | undefined;
  readonly prior?: { readonly kind: string; readonly deviation?: number | undefined } | undefined;
}

/** Looks nearer to each other than this share of all units are one look. */
const leastGap = 0.0001;

/** What the parts of a sequential design ask of each other. */
export function checkSequentialDesign(payload: Payload<DesignLike>): void {
  if (payload.issues.length) return;
  checkLooks(payload);
  checkSpending(payload);
  checkVendor(payload);
  checkPrior(payload);
  checkFutility(payload);
}

/** On two sides futility is a band around 0: with nothing within it is none. */
function checkFutility(payload: Payload<DesignLike>): void {
  const { sides, futility } = payload.value;
  if (sides === 'one' || futility?.bounds !== 'z') return;
  const { z = 0 } = futility;
  if (z > 0) return;
  refuseValue(payload, {
    code: 'futility-empty',
    path: ['futility', ...(futility.z === undefined ? [] : ['z'])],
    message: `On two sides the experiment stops for futility where the difference is within z standard errors of 0, and within ${plainNumber(z)} there is nothing. Write a z above 0, such as 0.5, or sides: one.`,
  });
}

function checkLooks(payload: Payload<DesignLike>): void {
  const { looks } = payload.value;
  if (typeof looks !== 'object') return;
  let before = 0;
  for (const [index, fraction] of looks.entries()) {
    if (fraction < before + leastGap) {
      refuseValue(payload, {
        code: 'looks-not-rising',
        path: ['looks', index],
        message: `"looks" do not rise: look ${index + 1} is at ${plainNumber(fraction)} of all units, ${index === 0 ? 'which is nobody' : `the one before at ${plainNumber(before)}`}. Write rising shares at least ${plainNumber(leastGap)} apart, such as [0.25, 0.5, 1].`,
      });
      return;
    }
    before = fraction;
  }
  if (before === 1) return;
  refuseValue(payload, {
    code: 'looks-unfinished',
    path: ['looks', looks.length - 1],
    message: `The last of "looks" is at ${plainNumber(before)} of all units, but an experiment ends with all of them. End the list with 1.`,
  });
}

function checkSpending(payload: Payload<DesignLike>): void {
  const { bounds, spending } = payload.value;
  if (bounds === 'custom' && spending === undefined) {
    refuseValue(payload, {
      code: 'key-missing',
      path: [],
      message:
        '"spending" is missing: bounds "custom" are made from it. Add spending, the false alarms spent by the end of each look, such as [0.001, 0.01, 0.05].',
    });
  }
  if (bounds === 'custom' && spending !== undefined) checkCustomSpending(payload, spending);
}

function checkCustomSpending(payload: Payload<DesignLike>, spending: readonly number[]): void {
  const { looks = 5, significanceLevel } = payload.value;
  const count = typeof looks === 'number' ? looks : looks.length;
  if (spending.length !== count) {
    refuseValue(payload, {
      code: 'spending-length',
      path: ['spending'],
      message: `"spending" has ${spending.length} values for ${count} looks. Write one for each look, or change looks.`,
    });
  }
  let before = 0;
  for (const [index, spent] of spending.entries()) {
    if (spent > significanceLevel) {
      refuseValue(payload, {
        code: 'spending-exceeds-level',
        path: ['spending', index],
        message: `"spending" is ${plainNumber(spent)} by look ${index + 1}, more than the significance level of ${plainNumber(significanceLevel)}: there would be more false alarms than the plan allows. Write at most ${plainNumber(significanceLevel)}.`,
      });
      return;
    }
    if (spent < before) {
      refuseValue(payload, {
        code: 'spending-not-rising',
        path: ['spending', index],
        message: `"spending" falls from ${plainNumber(before)} to ${plainNumber(spent)} at look ${index + 1}, but what is spent stays spent. Write what has been spent in all by the end of each look.`,
      });
      return;
    }
    before = spent;
  }
}

const methodOfVendor: Readonly<Record<string, string>> = {
  growthbook: 'asymptotic-cs',
  eppo: 'asymptotic-cs',
  statsig: 'msprt',
};

function checkVendor(payload: Payload<DesignLike>): void {
  const { method, vendor } = payload.value;
  const needed = vendor === undefined ? undefined : methodOfVendor[vendor];
  if (method === undefined || needed === undefined || method === needed) return;
  refuseValue(payload, {
    code: 'vendor-method',
    path: ['vendor'],
    message: `"vendor" is "${vendor}", which publishes method "${needed}", not "${method}". Write method: ${needed}, or leave it out.`,
  });
}

function checkPrior(payload: Payload<DesignLike>): void {
  const { prior } = payload.value;
  if (prior?.kind !== 'normal' || prior.deviation !== undefined) return;
  refuseValue(payload, {
    code: 'key-missing',
    path: ['prior'],
    message:
      '"deviation" is missing: a normal prior says how far effects usually are from its mean. Add deviation, in the metric’s own unit.',
  });
}
