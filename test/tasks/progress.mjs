/**
 * Tells the person at the terminal what is going on. Progress goes to stderr, so that the standard
 * output of `npm run -s flaglab` stays data and that of `npm test` ends with the count.
 *
 * @param {string} line
 */
export function progress(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Seconds for people: `0.4 s`, `12 s`, `3 min 5 s`.
 *
 * @param {number} durationMs
 */
export function formatDuration(durationMs) {
  const seconds = durationMs / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
