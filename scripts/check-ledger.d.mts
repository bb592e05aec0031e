interface Kept { readonly number: number; readonly receipt?: string; readonly hash?: string }
interface Entry {
  readonly number: number;
  readonly hash: string;
  readonly line: Readonly<Record<string, string | null>> | null;
  readonly digest: string | null;
  readonly told: { readonly salt: string; readonly content: string } | null;
}
export interface LedgerFile { readonly chain: string; readonly head?: { number: number; hash: string } | null; readonly entries: readonly Entry[] }
export function digest(text: string): string;
export function checkLedger(ledger: LedgerFile, kept?: readonly Kept[]): string[];
export function readKept(typed: string): Kept;
