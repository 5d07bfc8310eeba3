/**
 * A file of public credentials that lists those which some ballots name, and no others: whoever checks a part of a box then
 * tests as many elements as the part has voters, however many seats the whole list has.
 *
 * @param named the credentials that the ballots name, each as often as they do
 * @param entryOf how the whole list writes a credential; undefined: it does not list it
 */
export function listOf(
  named: readonly string[],
  entryOf: (credential: string) => string | undefined,
): string {
  return JSON.stringify([...new Set(named)].flatMap((credential) => entryOf(credential) ?? []));
}
