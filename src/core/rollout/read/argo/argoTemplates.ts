import type { ManifestField } from '../manifestField';

/** AnalysisTemplates by their name. */
export type ArgoTemplates = ReadonlyMap<string, ManifestField>;

/** Values of arguments by their name. */
export type ArgoArguments = ReadonlyMap<string, string>;

/** The AnalysisTemplates and ClusterAnalysisTemplates among documents. */
export function argoTemplates(documents: readonly ManifestField[]): ArgoTemplates {
  const templates = new Map<string, ManifestField>();
  for (const document of documents) {
    const kind = document.get('kind').text();
    const name = document.at('metadata.name').text();
    if (name === null || (kind !== 'AnalysisTemplate' && kind !== 'ClusterAnalysisTemplate'))
      continue;
    templates.set(name, document.get('spec'));
  }
  return templates;
}

/** `args` of a rollout's analysis or of a template: those with a value. */
export function argumentsOf(args: ManifestField): ArgoArguments {
  return new Map(
    args.items().flatMap((arg) => {
      const [name, value] = [arg.get('name').text(), arg.get('value').text()];
      return name === null || value === null ? [] : [[name, value] as const];
    }),
  );
}

/** A text with `{{args.name}}` filled in; null where an argument has no value that is known here. */
export function filled(text: string, args: ArgoArguments): string | null {
  let isWhole = true;
  const result = text.replaceAll(/\{\{\s*args\.([\w.-]+)\s*\}\}/g, (_, name: string) => {
    const value = args.get(name);
    if (value === undefined) isWhole = false;
    return value ?? '';
  });
  return isWhole ? result : null;
}

/** A query with its arguments filled in; one without a known value is a name like any other. */
export function filledQuery(text: string, args: ArgoArguments): string {
  return text.replaceAll(
    /\{\{\s*args\.([\w.-]+)\s*\}\}/g,
    (_, name: string) => args.get(name) ?? 'argument',
  );
}
