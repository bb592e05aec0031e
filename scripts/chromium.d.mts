/** No sandbox (it does not start as root) and nothing that asks the network by itself. */
export declare const CHROMIUM_FLAGS: readonly string[];
/** A Chromium to test with: $CHROME_PATH, one that is installed, or the one npm brought. */
export declare function chromiumPath(env?: NodeJS.ProcessEnv): Promise<string>;
