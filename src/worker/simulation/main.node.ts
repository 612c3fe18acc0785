import { parentPort } from 'node:worker_threads';
import { createSimulation, type Simulation } from '../../core/simulate/simulation';
import type { FromSimulationThread, ToSimulationThread } from '../../engine/simulationThreads';

if (parentPort === null)
  throw new Error('This file is a worker: it is started by Flaglab, not by hand.');
const port = parentPort;

let simulation: Simulation | null = null;

port.on('message', (message: ToSimulationThread) => {
  if (message.kind === 'open') {
    const created = createSimulation(message.request);
    if (created.kind === 'refused') throw new Error(created.message);
    simulation = created.simulation;
    return;
  }
  if (simulation === null) throw new Error('A block of no run was asked for.');
  const answer: FromSimulationThread = {
    block: message.block,
    sums: simulation.runBlock(message.block),
  };
  port.postMessage(answer);
});
