import type { Reading } from '../../model/diagnostic';
import { readJson, type JsonNode } from '../../syntax/jsonDocument';
import { readToml } from '../../syntax/tomlDocument';
import { readYamlTree } from '../../syntax/yamlTree';

/** A file that may define flags. */
export interface DefinitionSource {
  /** Path relative to the scanned root, `/` between folders. */
  readonly file: string;
  readonly text: string;
  /** The data it holds, by the end of its name JSON, YAML or TOML. Parsed once, when first asked for. */
  readonly data: () => Reading<JsonNode | null>;
}

function parse(file: string, text: string): Reading<JsonNode | null> {
  if (/\.ya?ml$/i.test(file)) return readYamlTree(text);
  if (/\.toml$/i.test(file)) return readToml(text);
  // .NET's settings may have comments and trailing commas.
  const isLenient = /(^|\/)appsettings[^/]*\.json$/i.test(file);
  return readJson(text, isLenient ? 'lenient' : 'strict');
}

/** A file's name and text as definition formats read it. */
export function definitionSource(file: string, text: string): DefinitionSource {
  let parsed: Reading<JsonNode | null> | null = null;
  return { file, text, data: () => (parsed ??= parse(file, text)) };
}
