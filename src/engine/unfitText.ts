const minifiedName = /[.-]min\.[cm]?js$/;
const longLine = 5000;
const longAverage = 500;

/** Why a source text is passed over as minified or generated; null where it is not. */
export function unfitText(file: string, text: string): string | null {
  if (minifiedName.test(file)) return 'minified (by its name)';
  if (text.length <= longLine) return null;
  const lines = text.split('\n');
  const longest = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const isUnfit = longest > longLine && text.length / lines.length > longAverage;
  return isUnfit ? `minified or generated (a line of ${longest} characters)` : null;
}
