/** What servers of this process write to their log while something is done. */
export async function loggedDuring(work: (soFar: () => string) => Promise<unknown>): Promise<string> {
  const { stdout } = process;
  const write = stdout.write;
  let logged = '';
  stdout.write = ((text: string) => {
    logged += text;
    return true;
  }) as typeof stdout.write;
  try {
    await work(() => logged);
  } finally {
    stdout.write = write;
  }
  return logged;
}
