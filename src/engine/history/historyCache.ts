/** The port to what is kept between runs. Nothing in it is needed: it can be lost at any time. */
export interface HistoryCache {
  /** Null where there is none. Never rejects. */
  read(name: string): Promise<string | null>;
  /** Never rejects. */
  write(name: string, text: string): Promise<void>;
}

/** Keeps nothing. */
export const noHistoryCache: HistoryCache = {
  read: () => Promise.resolve(null),
  write: () => Promise.resolve(),
};
