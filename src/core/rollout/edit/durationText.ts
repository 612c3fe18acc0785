const units = [
  ['h', 3600],
  ['m', 60],
  ['s', 1],
] as const;

/** Whole seconds as Go and Prometheus write a duration: `1h30m`, `90s`, `0s`. */
export function durationText(seconds: number): string {
  let rest = Math.max(0, Math.round(seconds));
  // 90 s rather than 1m30s: whole minutes are told apart from the rest at a glance.
  if (rest < 120 && rest % 60 !== 0) return `${rest}s`;
  const parts = units.flatMap(([unit, size]) => {
    const amount = Math.floor(rest / size);
    rest -= amount * size;
    return amount > 0 ? [`${amount}${unit}`] : [];
  });
  return parts.join('') || '0s';
}
