import { describe, expect, test } from 'vitest';
import { sequentialDesign } from '../../../../../src/core/experiment/sequential/sequentialDesign';

/** rpact 3.3.4 under R 4.2.2: getDesignGroupSequential(kMax = 5, alpha = .025, beta = .1, sided = 1, typeOfDesign = "asOF", typeBetaSpending = "bsP", tolerance = 1e-10) */
const rpact = [
  {
    isFutilityBinding: false,
    upper: [4.87688494879, 3.35701192339, 2.68028006126, 2.28981676971, 2.0310320601],
    futility: [-0.242770920602, 0.502388574656, 1.0766318344, 1.55798343388],
    inflation: 1.28741433486,
    mean: { null: 0.520924087214, effect: 0.828272831248 },
  },
  {
    isFutilityBinding: true,
    upper: [4.87688494879, 3.35700188467, 2.67766513379, 2.26534708095, 1.87522241898],
    futility: [-0.303384248822, 0.416668383776, 0.971645686244, 1.43626713139],
    inflation: 1.19427834775,
    mean: { null: 0.503540732419, effect: 0.787719895774 },
  },
];

describe('bounds of futility that spend the risk of a miss, against rpact', () => {
  test.each(rpact)('binding: $isFutilityBinding', (expected) => {
    const design = sequentialDesign({
      fractions: [0.2, 0.4, 0.6, 0.8, 1],
      sides: 1,
      significanceLevel: 0.025,
      power: 0.9,
      efficacy: { kind: 'spending', spending: { kind: 'lan-demets-obrien-fleming' } },
      futility: { kind: 'spending', spending: { kind: 'lan-demets-pocock' } },
      isFutilityBinding: expected.isFutilityBinding,
    });
    // rpact solves to about 1e-8 here.
    design.looks.forEach(({ upper, futility }, k) => {
      expect(upper).toBeCloseTo(expected.upper[k] ?? NaN, 7);
      if (k < 4) expect(futility?.high).toBeCloseTo(expected.futility[k] ?? NaN, 7);
      else expect(futility).toBeNull();
    });
    expect(design.maximumInflation).toBeCloseTo(expected.inflation, 7);
    expect(design.averageSample.null).toBeCloseTo(expected.mean.null, 7);
    expect(design.averageSample.effect).toBeCloseTo(expected.mean.effect, 7);
  });
});
