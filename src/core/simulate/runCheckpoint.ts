import type { BlockSums } from './blockSums';
import type { SimulationRequest } from './simulationRequest';

/** What is kept of a run so that it can go on later, anywhere: plain JSON. */
export interface RunCheckpoint {
  /** Of the request: a run goes on only where it is the same. */
  readonly hash: string;
  /** Blocks done, from the first on. */
  readonly sums: BlockSums;
}

/** Keeps what a run has done. */
export function checkpointOf(request: SimulationRequest, sums: BlockSums): RunCheckpoint {
  return { hash: requestHash(request), sums };
}

/** The blocks that a run of this request need not do again; null where the checkpoint is of another one, or there is none. */
export function resumedSums(
  request: SimulationRequest,
  checkpoint: RunCheckpoint | null | undefined,
): BlockSums | null {
  if (checkpoint === null || checkpoint === undefined) return null;
  return checkpoint.hash === requestHash(request) ? checkpoint.sums : null;
}

/** Everything that decides a result, as 64 bits in hexadecimal digits: a new hypothesis text is no new request. */
function requestHash({ plan, ...asked }: SimulationRequest): string {
  const { variants, metrics, design, traffic, telemetry, simulation, assignment, flag } = plan;
  const text = JSON.stringify([
    { variants, metrics, design, traffic, telemetry, simulation, assignment, flag },
    { ...asked },
  ]);
  return hashed(text, 0x811c9dc5) + hashed(text, 0x1234_5678);
}

/** FNV-1a, from a start of its own, and mixed at the end. */
function hashed(text: string, start: number): string {
  let hash = start;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, '0');
}
