/**
 * Whether a text is a template of Helm, to be rendered before it says anything. `{{args.x}}` of Argo Rollouts and
 * `{{ target }}` of Flagger, which stand in texts, are none.
 */
export function isHelmTemplate(text: string): boolean {
  return /\{\{-?\s*(\.|\$|\/\*|(include|template|if|else|end|range|with|define|toYaml|tpl|default|printf|lookup|required|quote|fromYaml)\b)/.test(
    text,
  );
}
