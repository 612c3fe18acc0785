/** The plan file of issue and README. */
export const examplePlanText = `version: 1
flag: one_click_checkout
hypothesis: One-click checkout raises conversion.
unit: user
variants:
  - { name: control, weight: 50 }
  - { name: treatment, weight: 50 }
metrics:
  - { name: conversion, role: primary, kind: proportion, baseline: 0.052, direction: increase, minimumDetectableEffect: { relative: 0.05 } }
design: { significanceLevel: 0.05, power: 0.8, sides: two, analysis: fixed-horizon }
traffic: { newUnitsPerDay: 12000, exposedShare: 1 }
`;

/** The example with one piece of text replaced by another; fails where the piece is not there. */
export function examplePlanWith(piece: string, replacement: string): string {
  if (!examplePlanText.includes(piece)) throw new Error(`The example has no "${piece}".`);
  return examplePlanText.replace(piece, () => replacement);
}
