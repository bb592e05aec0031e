const { stdout } = process;
const write = stdout.write.bind(stdout);
let heard: ((text: string) => void) | null = null;

// Before any server begins: the log goes past a standard output that nobody has taken hold of.
stdout.write = ((text: string, ...rest: never[]) => {
  if (heard === null) return write(text, ...rest);
  heard(text);
  return true;
}) as typeof stdout.write;

/** What servers of this process write to their log while something is done. */
export async function loggedDuring(work: (soFar: () => string) => Promise<unknown>): Promise<string> {
  let logged = '';
  heard = (text) => (logged += text);
  try {
    await work(() => logged);
  } finally {
    heard = null;
  }
  return logged;
}
