import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, TestForum, type Voice } from '../support/forum.js';

describe('an address that the secretariat changes', () => {
  let forum: TestForum;
  let secretary: Voice;
  let person: Voice;

  const change = (voice: Voice, email: string): Promise<Answer> =>
    voice.ask('mutation ($input: ChangeAddressInput!) { changeAddress(input: $input) { id name } }', {
      input: { personId: person.personId, email },
    });
  const codeOf = ({ errors }: Answer): string | undefined => errors?.[0]?.extensions.code;

  beforeAll(async () => {
    forum = await TestForum.on('2024-06-01');
    secretary = await forum.secretary();
    person = await forum.person('Somebody');
  });
  afterAll(() => forum.close());

  it('is nobody’s to change but the secretariat’s', async () => {
    expect(codeOf(await change(person, 'mine@example.org'))).toBe('FORBIDDEN');
    expect(codeOf(await change(forum.anyone, 'mine@example.org'))).toBe('UNAUTHENTICATED');
    expect(codeOf(await change(secretary, 'no address'))).toBe('BAD_USER_INPUT');
  });

  it('tells whoever has the old one, and ends every session', async () => {
    const { me } = await person.reads('{ me { email } }');
    expect((await change(secretary, ' New@Example.org ')).data.changeAddress).toMatchObject({
      name: 'Somebody',
    });
    const [letter] = await forum.letters();
    expect(letter).toMatchObject({
      to: me.email,
      letter: { subject: expect.stringMatching(/^Your address has changed/) },
    });
    expect(codeOf(await person.ask('{ mySessions { id } }'))).toBe('UNAUTHENTICATED');
    const again = await forum.voiceOf(person.personId ?? '');
    expect((await again.reads('{ me { email } }')).me.email).toBe('new@example.org');
  });

  it('is never another person’s', async () => {
    const other = await forum.person('Another');
    const { me } = await other.reads('{ me { email } }');
    expect(codeOf(await change(secretary, me.email))).toBe('CONFLICT');
  });
});
