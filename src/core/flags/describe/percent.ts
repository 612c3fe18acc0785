/** A share (0 to 1) as people write it: `10 %`, `0.1 %`, `33.3 %`. At most two decimals; never `0 %` or `100 %` for a share between. */
export function percent(share: number): string {
  const hundredths = Math.round(share * 10_000);
  if (hundredths === 0 && share > 0) return '< 0.01 %';
  if (hundredths === 10_000 && share < 1) return '> 99.99 %';
  return `${hundredths / 100} %`;
}
