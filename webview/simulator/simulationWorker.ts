import type { FromSimulationWorker, ToSimulationWorker } from '../../src/protocol/simulation';

/** What ends a run that cannot go on: a sentence for people. */
interface Failure {
  readonly kind: 'failed';
  readonly run: number;
  readonly message: string;
}

/** Something that takes orders and reports: the worker, or the same work in this very process. */
export interface SimulationRunner<Order = ToSimulationWorker> {
  readonly send: (message: Order) => void;
  readonly end: () => void;
}

export interface RunnerOptions<Order = ToSimulationWorker, Message = FromSimulationWorker> {
  readonly workerUri: string;
  readonly report: (message: NoInfer<Message> | Failure) => void;
  /** Does the worker's work here, in slices. */
  readonly inProcess: (report: (message: Message) => void) => SimulationRunner<Order>;
  readonly log: (level: 'info' | 'error', message: string) => void;
}

/** The address of a blob with the worker's source: browsers refuse a worker of another origin, but not one of a blob. */
async function fetchSource(workerUri: string): Promise<string> {
  const response = await fetch(workerUri);
  if (!response.ok) throw new Error(`the worker's source answered ${response.status}`);
  return URL.createObjectURL(new Blob([await response.text()], { type: 'text/javascript' }));
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

class Runner<Order extends { readonly run: number }, Message> implements SimulationRunner<Order> {
  /** Orders given before anything was heard: handed on again to whoever does the work in the end. */
  private readonly waiting: Order[] = [];
  private worker: Worker | null = null;
  private fallback: SimulationRunner<Order> | null = null;
  private heard = false;
  private ended = false;
  private lastRun = 0;

  constructor(private readonly options: RunnerOptions<Order, Message>) {
    void this.start();
  }

  send(message: Order): void {
    this.lastRun = message.run;
    if (!this.heard) this.waiting.push(message);
    if (this.fallback === null) this.post(message);
    else this.fallback.send(message);
  }

  end(): void {
    this.ended = true;
    this.worker?.terminate();
    this.fallback?.end();
  }

  private async start(): Promise<void> {
    try {
      const url = await fetchSource(this.options.workerUri);
      if (!this.ended) this.listen(new Worker(url, { name: 'flaglab-simulation' }), url);
    } catch (error) {
      this.fallBack(reasonOf(error));
    }
  }

  private listen(worker: Worker, url: string): void {
    this.worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<Message>) => {
      if (!this.heard) URL.revokeObjectURL(url);
      this.heard = true;
      this.options.report(data);
    });
    worker.addEventListener('error', (event) => {
      URL.revokeObjectURL(url);
      this.failed(event.message);
    });
    for (const message of this.waiting) this.post(message);
  }

  private post(message: Order): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- workers have no origin to name
    this.worker?.postMessage(message);
  }

  /** A policy that refuses the worker shows only as an error before the worker has said anything. */
  private failed(reason: string | undefined): void {
    this.worker?.terminate();
    this.worker = null;
    if (!this.heard) {
      this.fallBack(reason ?? 'no reason given');
      return;
    }
    this.options.log('error', `The simulation worker failed: ${reason ?? 'no reason given'}`);
    const message = 'The simulation stopped unexpectedly. The log has the reason.';
    this.options.report({ kind: 'failed', run: this.lastRun, message });
  }

  private fallBack(reason: string): void {
    if (this.ended) return;
    this.options.log('info', `Simulating without a worker, which this host refuses: ${reason}`);
    this.fallback = this.options.inProcess(this.options.report);
    for (const message of this.waiting) this.fallback.send(message);
  }
}

/** Starts the simulation worker; where the host refuses workers, the work is done in this process. */
export function startRunner<
  Order extends { readonly run: number } = ToSimulationWorker,
  Message = FromSimulationWorker,
>(options: RunnerOptions<Order, Message>): SimulationRunner<Order> {
  return new Runner(options);
}
