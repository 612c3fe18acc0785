import type { FlagDefinition } from '../../model/flagDefinition';

/** What a definition says of a flag's life: what for, whose, since when, until when. */
export type FlagLife = Pick<
  FlagDefinition,
  'lifetime' | 'owner' | 'created' | 'expires' | 'prerequisites'
>;

/** The life of a flag whose definition says nothing of it. */
export const nothingSaid: FlagLife = {
  lifetime: null,
  owner: null,
  created: null,
  expires: null,
  prerequisites: [],
};
