import type { Flag } from '../../model/flag';
import type {
  FlagDefinition,
  FlagVariant,
  Rollout,
  VariantShare,
} from '../../model/flagDefinition';

/** What a first plan is made from. */
export interface PlanSeed {
  readonly flag: string;
  /** What the flag is for, in the definition's words. */
  readonly description: string | null;
  /** The flag's variants, the control first, and the share of subjects that get each (0 to 1); null where they are not known. */
  readonly variants: readonly { readonly name: string; readonly share: number }[] | null;
}

/** Names that people give the variant in which nothing changes. */
const controlName = /^(control|off|false|disabled?|none|default|baseline|old|original)$/i;

/** The shares that decide for everyone whom no condition catches; null where they are not known. */
function sharesOf(rollout: Rollout): readonly VariantShare[] | null {
  switch (rollout.kind) {
    case 'split':
      return rollout.shares;
    case 'everyone':
      return [{ variant: rollout.variant, share: 1 }];
    case 'rules': {
      const unconditional = rollout.rules.filter(({ condition }) => condition === null);
      // A rule for a share of everyone leaves others to the rules behind it: what each gets is not written anywhere.
      if (unconditional.some(({ share }) => share !== undefined)) return null;
      const others = unconditional.at(-1);
      return others ? sharesOf(others.outcome) : null;
    }
    default:
      return null;
  }
}

function isControl({ name, value }: FlagVariant): boolean {
  return value === false || controlName.test(name);
}

function seedVariants(definition: FlagDefinition): PlanSeed['variants'] {
  const { variants, rollout, defaultVariant } = definition;
  if (variants.length < 2) return null;
  const shares = sharesOf(rollout) ?? [];
  const control =
    variants.find(isControl) ??
    variants.find(({ name }) => name === defaultVariant) ??
    variants[0]!;
  const ordered = [control, ...variants.filter((variant) => variant !== control)];
  const withShares = ordered.map(({ name }) => ({
    name,
    share: shares.reduce((sum, { variant, share }) => sum + (variant === name ? share : 0), 0),
  }));
  const divided = withShares.filter(({ share }) => share > 0);
  return divided.length > 1 ? divided : withShares;
}

/** What the definitions of a flag say that a first plan can begin with: of several definitions one that divides subjects, else one that knows variants. */
export function planSeedOf(flag: Flag): PlanSeed {
  const { key, definitions } = flag;
  const splits = definitions.filter(({ rollout }) => (sharesOf(rollout)?.length ?? 0) > 1);
  const best = splits[0] ?? definitions.find(({ variants }) => variants.length > 1);
  const description = definitions.find((definition) => definition.description)?.description ?? null;
  return { flag: key, description, variants: best ? seedVariants(best) : null };
}
