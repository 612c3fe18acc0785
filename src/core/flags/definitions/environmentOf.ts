/** Names of environments as they stand in file and folder names, and the name each goes by. */
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
};

/**
 * The environment a definition file is for, by a part of its name (`shop.prod.flagd.json`), else by the name of the folder it is in
 * (`staging/flags.flagd.json`); `default` where neither names one. Folders further up say what a repository is for, not a file.
 * `file` is a path with `/` between folders.
 */
export function environmentOf(file: string): string {
  const folders = file.toLowerCase().split('/');
  const name = folders.pop() ?? '';
  const words = [...name.split(/[._-]/).toReversed(), folders.pop() ?? ''];
  const found = words.find((word) => Object.hasOwn(environments, word));
  return found === undefined ? 'default' : (environments[found] ?? 'default');
}
