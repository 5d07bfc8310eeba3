import type { Story } from './story.js';

/** At an instant when minutes are published, whoever presided and whoever sent them round sign them, if the story comes to it. */
export function signOnceRead(story: Story, minutesId: string, at: Date): void {
  story.note(at, async () => {
    const { minutes } = (await story.asks(
      null,
      'query ($id: ID!) { minutes(id: $id) { editions { sha256 signatures { person { id } } } } }',
      { id: minutesId },
    )) as {
      minutes: {
        editions: readonly { sha256: string; signatures: readonly { person: { id: string } }[] }[];
      };
    };
    const published = minutes.editions.at(-1);
    // The same person in both capacities signs once.
    for (const personId of new Set(published?.signatures.map(({ person }) => person.id)))
      await story.signedIn(personId, async () => {
        await story.does(personId, 'signMinutes', { minutesId, sha256: published?.sha256 });
      });
  });
}
