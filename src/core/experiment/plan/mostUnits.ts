/** The largest number of units a plan may name: more than there will ever be; whole numbers up to it are exact. */
export const mostUnits = 1e12;
