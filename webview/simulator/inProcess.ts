import type { SimulationRunner } from './simulationWorker';

/** What a handler of a worker needs of where it runs. */
interface HandlerPorts<Message> {
  readonly post: (message: Message) => void;
  readonly now: () => number;
  readonly pause: () => Promise<void>;
}

/** A worker's work in this process, for hosts that refuse workers: a slice at a time, so that typing stays smooth. */
export function inProcess<Asked, Told>(
  createHandler: (ports: HandlerPorts<Told>) => {
    readonly receive: (message: Asked) => void;
    readonly end: () => void;
  },
): (report: (message: Told) => void) => SimulationRunner<Asked> {
  return (report) => {
    const handler = createHandler({
      post: report,
      now: () => performance.now(),
      pause: async () => {
        await new Promise((resolve) => {
          setTimeout(resolve, 0);
        });
      },
    });
    return { send: handler.receive, end: handler.end };
  };
}
