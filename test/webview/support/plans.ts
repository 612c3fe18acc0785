/** The example of the README: 5.2 % conversion, 5 % relative, 12,000 users a day. */
export const checkoutText = `# Decided with Ana on 3 March.
version: 1
flag: one_click_checkout
hypothesis: One-click checkout raises conversion.
unit: user
variants:
  - { name: control, weight: 50 } # as it is today
  - { name: treatment, weight: 50 }
metrics:
  - {
      name: conversion,
      role: primary,
      kind: proportion,
      baseline: 0.052, # last four weeks
      direction: increase,
      minimumDetectableEffect: { relative: 0.05 },
    }
design: { significanceLevel: 0.05, power: 0.8, sides: two, analysis: fixed-horizon }
traffic: { newUnitsPerDay: 12000, exposedShare: 1 }
`;

/** The example with one piece of its text replaced. Throws where there is no such piece. */
export function checkoutTextWith(...replacements: readonly (readonly [string, string])[]): string {
  return replacements.reduce((text, [piece, other]) => {
    if (!text.includes(piece)) throw new Error(`The example does not say ${piece}.`);
    return text.replace(piece, other);
  }, checkoutText);
}
