import { everyone } from '../../../experiment/plan/launchRules';

/**
 * What a ring comes to: the percent of all requests that its users make, and of which segments those are.
 *
 * Formula: a user of a segment is in with 1 - (1 - p of the segment)(1 - p of everyone), as both are drawn independently;
 * others with p of everyone. Source: `Microsoft.Targeting` of Microsoft Feature Management, which hashes each group and the
 * default rollout on its own.
 */
export function ringOf(
  percents: Readonly<Record<string, number>>,
  segments: readonly { readonly name: string; readonly share: number }[],
): { readonly weight: number; readonly mix: Readonly<Record<string, number>> } {
  const all = (percents[everyone] ?? 0) / 100;
  const parts = segments.map(({ name, share }) => {
    const own = (percents[name] ?? 0) / 100;
    return { name, share: share / 100, in: 1 - (1 - own) * (1 - all) };
  });
  const rest = Math.max(0, 1 - parts.reduce((sum, { share }) => sum + share, 0));
  const weight = parts.reduce((sum, part) => sum + part.share * part.in, rest * all);
  const mix = Object.fromEntries(
    parts.map((part) => [part.name, weight > 0 ? (part.share * part.in) / weight : 0]),
  );
  return { weight: Math.min(100, weight * 100), mix };
}
