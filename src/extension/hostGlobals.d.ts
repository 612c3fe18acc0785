/** The few globals that both extension hosts have: Node and a web worker. */
declare function setTimeout(run: () => void, delayMs: number): number;
declare function clearTimeout(timer: number | undefined): void;
declare const crypto: { getRandomValues(array: Uint8Array): Uint8Array };
declare class TextEncoder {
  encode(text: string): Uint8Array;
}
