/** `npm run check-equal [ADDRESS]` has a running installation checked for equal terms and says what was found [R1]. */
const address = process.argv[2] ?? process.env.PUBLIC_URL ?? `http://localhost:${process.env.PORT ?? 4000}`;

try {
  const answer = await fetch(new URL('/graphql', address), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en' },
    body: JSON.stringify({ query: 'mutation { checkEqualTerms { at cells failures } }' }),
  });
  const { data, errors } = await answer.json();
  if (errors) throw new Error(errors[0].message);
  const { at, cells, failures } = data.checkEqualTerms;
  console.info(`${at}: ${cells} compared, ${failures.length} differ.`);
  for (const failure of failures) console.error(failure);
  process.exitCode = failures.length === 0 ? 0 : 1;
} catch (error) {
  console.error(`The check could not be made at ${address}: ${error.message}. Is Samsyn running there? Give its address: npm run check-equal -- https://…`);
  process.exitCode = 1;
}
