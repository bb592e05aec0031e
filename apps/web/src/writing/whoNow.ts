/** Who the server says one is now: an id, null for nobody, undefined when it cannot be reached. */
export async function whoNow(): Promise<string | null | undefined> {
  try {
    const answer = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ me { id } }' }),
    });
    const said = (await answer.json()) as { data?: { me: { id: string } | null } };
    return said.data === undefined ? undefined : (said.data.me?.id ?? null);
  } catch {
    return undefined;
  }
}
