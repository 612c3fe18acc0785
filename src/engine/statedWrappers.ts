import type { StatedWrapper } from '../core/flags/index/statedWrapper';
import type { Settings } from '../core/settings/settingsSchema';

/** The SDK that is taken to be behind a wrapper whose settings name none: the vendor-neutral one. */
const usualSdk = 'openfeature';

/** The wrappers of `flaglab.yaml` in the form that the index needs. */
export function statedWrappers(wrappers: Settings['wrappers']): readonly StatedWrapper[] {
  return wrappers.map(({ name, module, receiver, key, named, property, default: given, sdk }) => ({
    name,
    module,
    receiver,
    sdk: sdk ?? usualSdk,
    rule: {
      key: {
        argument: key,
        ...(named !== undefined && { name: named }),
        ...(property !== undefined && { property }),
      },
      ...(given !== undefined && { default: { argument: given } }),
    },
  }));
}
