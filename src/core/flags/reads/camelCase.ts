/**
 * A flag key in camel case, as LaunchDarkly's React SDK names the properties of `useFlags()`.
 * Words are told apart as lodash.camelcase does for ASCII: at anything that is no letter or digit,
 * between letters and digits, and where lower case turns to upper case. Source: lodash 4, `_.camelCase`.
 */
export function camelCase(key: string): string {
  const words =
    key
      .replace(/['\u2019]/g, '')
      .match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[A-Z]+|[0-9]+|\P{ASCII}+/gu) ?? [];
  return words
    .map((word, index) => {
      const lower = word.toLowerCase();
      return index === 0 ? lower : `${lower.charAt(0).toUpperCase()}${lower.slice(1)}`;
    })
    .join('');
}
