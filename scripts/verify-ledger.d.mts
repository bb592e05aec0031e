interface Kept { readonly chain?: string; readonly number: number; readonly receipt?: string; readonly hash?: string }
export function verifyLedger(url: string, kept?: readonly Kept[]): Promise<{ chains: number; entries: number; faults: string[]; heads: { chain: string; number: number; hash: string }[] }>;
