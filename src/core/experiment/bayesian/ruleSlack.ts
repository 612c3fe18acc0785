/** What a rule asks counts as met so close to it: with few units the posterior is a fraction such as 4 / 5, and its last digit noise. */
export const ruleSlack = 1e-10;
