/** Names of environments as people write them, and the name each goes by. */
const environments: Readonly<Record<string, string>> = {
  prod: 'production',
  production: 'production',
  live: 'production',
  stage: 'staging',
  staging: 'staging',
  preprod: 'staging',
  uat: 'staging',
  test: 'test',
  testing: 'test',
  qa: 'test',
  dev: 'development',
  develop: 'development',
  development: 'development',
  local: 'local',
  sandbox: 'sandbox',
  ':global:': 'default',
};

/** The environment a word names (`prod`: `production`); null for a word that names none. Case does not count. */
export function environmentNamed(word: string): string | null {
  const plain = word.toLowerCase();
  return Object.hasOwn(environments, plain) ? (environments[plain] ?? null) : null;
}
