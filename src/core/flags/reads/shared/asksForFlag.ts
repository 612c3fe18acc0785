/** Words of which one is in a name that has to do with feature flags. */
const aboutFlags = /feature|flag|toggle|experiment|variation|variant|treatment|enabled|disabled/i;

/** First words of names that ask; those that set, log or track are none. */
const asking =
  /^_?(is|are|has|was|if|when|get|try|read|check|require|requires|evaluate|fetch|resolve|use|value|variation|enabled|disabled|feature|flag|bool|boolean|string|int|integer|json|number|contains|guard|ensure|should|can|may)(?![a-z])/i;

function startsAsking(name: string): boolean {
  // `GetIntVariation`, `is_enabled`: the first word ends at a capital or an underscore.
  const first = /^_?(?:[a-z]+|[A-Z][a-z]*)/.exec(name)?.[0] ?? name;
  return asking.test(first);
}

/**
 * Whether the name of a function, and what it is called on, say that it asks for a flag: `RequireFeature(...)`,
 * `features.isOn(...)`, `featureFlagReader.read(...)`. What sets, logs or tracks a flag does not ask for it.
 */
export function asksForFlag(name: string, receiver: string): boolean {
  return startsAsking(name) && (aboutFlags.test(name) || aboutFlags.test(receiver));
}
