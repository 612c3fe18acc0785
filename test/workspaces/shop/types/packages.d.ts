// Stands in for node_modules, so that the example opens without an install.

declare namespace JSX {
  interface IntrinsicElements {
    [element: string]: object;
  }
}

declare const process: { env: Record<string, string | undefined> };

declare module '@openfeature/server-sdk' {
  type Context = Record<string, unknown>;
  export interface Client {
    getBooleanValue(key: string, value: boolean, context?: Context): Promise<boolean>;
    getStringValue(key: string, value: string, context?: Context): Promise<string>;
    getNumberValue(key: string, value: number, context?: Context): Promise<number>;
  }
  export class InMemoryProvider {
    constructor(flags: object);
  }
  export const OpenFeature: {
    getClient(domain?: string): Client;
    setProviderAndWait(provider: InMemoryProvider): Promise<void>;
  };
}

declare module '@openfeature/web-sdk' {
  export interface Client {
    getBooleanValue(key: string, value: boolean): boolean;
    getNumberValue(key: string, value: number): number;
  }
  export const OpenFeature: { getClient(domain?: string): Client };
}

declare module '@openfeature/react-sdk' {
  export function useFlag<Value>(key: string, value: Value): { value: Value };
  export function useBooleanFlagValue(key: string, value: boolean): boolean;
  export function useBooleanFlagDetails(key: string, value: boolean): { value: boolean };
  export function useStringFlagValue(key: string, value: string): string;
  export function FeatureFlag(properties: object): object;
}

declare module '@launchdarkly/node-server-sdk' {
  interface Client {
    boolVariation(key: string, context: object, value: boolean): Promise<boolean>;
    variation<Value>(key: string, context: object, value: Value): Promise<Value>;
  }
  export function init(sdkKey: string): Client;
}

declare module 'launchdarkly-react-client-sdk' {
  export function useFlags(): Record<string, boolean | undefined>;
}

declare module 'vitest' {
  export function test(name: string, run: () => Promise<void>): void;
  export function expect(value: unknown): {
    toBe(value: unknown): void;
    toEqual(value: unknown): void;
  };
}
