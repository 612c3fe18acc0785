const kinds = ['Feature', 'Release', 'LaunchDarkly', 'Unleash', 'Experiment'];
const endings = ['Key', 'Name', 'Constant', 'Id'].flatMap((word) =>
  [word, `${word}s`].flatMap((each) => [each, `s${each}`]),
);

/** The names below, as far as they can be listed: without what may stand before them. */
export const flagKeyWords: readonly string[] = kinds
  .flatMap((kind) => [`${kind}Flag`, `${kind}Toggle`])
  .flatMap((flag) => ['s', ...endings].map((ending) => flag + ending));

const flagKeys = new RegExp(`(?:${flagKeyWords.join('|')})$`);

/**
 * Names of classes and objects whose string constants are the keys of feature flags: `FeatureFlagKeys`, `FeatureFlags`,
 * `ReleaseToggleNames`, `ShopFeatureFlagConstants`. `ErrorKeys`, `FeatureNames` and `Flags` are none: features are also what is
 * sold, and flags are also bits.
 */
export function namesFlagKeys(typeName: string): boolean {
  return flagKeys.test(typeName);
}

/** Whether a file has the name of such a type: `shop/ShopFeatureFlags.kt`. */
export function isNamedForFlagKeys(file: string): boolean {
  const name = /([^/]+)\.(?:java|kt|kts|cs)$/.exec(file)?.[1];
  return name !== undefined && namesFlagKeys(name);
}
