import type { ArgoSettings } from './argoSettings';
import type { FixedStepsSettings } from './fixedStepsSettings';
import type { FlaggerSettings } from './flaggerSettings';
import type { KayentaSettings } from './kayentaSettings';
import type { SequentialSettings } from './sequentialSettings';

/** How a release is brought to its users: plain data, `kind` says by which controller. */
export type Strategy =
  FixedStepsSettings | ArgoSettings | FlaggerSettings | KayentaSettings | SequentialSettings;
