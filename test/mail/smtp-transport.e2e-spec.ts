import { describe, expect, it } from '@jest/globals';
import { networkInterfaces } from 'node:os';
import { newId } from '@hemicycle/kernel';
import { SmtpTransport } from '../../libs/mail/src/smtp-transport.js';
import { TestMailServer } from '../support/mail-server.js';

describe('the way to a mail server', () => {
  const message = {
    id: newId(),
    to: 'ada@example.org',
    language: 'en',
    letter: { subject: 'A link', text: 'https://forum.example/sign-in?token=secret' },
    at: new Date('2024-03-01T09:00:00Z'),
    unsubscribe: null,
  } as const;

  it('is encrypted unless the server is on this machine, or the operator says that it may not be', async () => {
    const elsewhere =
      Object.values(networkInterfaces())
        .flat()
        .find((each) => each?.family === 'IPv4' && !each.internal)?.address ?? '127.0.0.2';
    const server = await TestMailServer.start(0, '0.0.0.0');
    const { port } = new URL(server.url);

    const strict = new SmtpTransport(`smtp://${elsewhere}:${port}`, 'forum@forum.example');
    await expect(strict.send(message)).rejects.toMatchObject({ code: 'ETLS' });
    expect(server.received).toEqual([]);

    const lenient = new SmtpTransport(
      `smtp://${elsewhere}:${port}?requireTLS=false`,
      'Forum <forum@forum.example>',
    );
    await lenient.send(message);
    expect(server.received).toMatchObject([
      { messageId: `<${message.id}@forum.example>`, date: '2024-03-01T09:00:00.000Z' },
    ]);

    const local = new SmtpTransport(`smtp://127.0.0.1:${port}`, 'forum@forum.example');
    await local.send(message);
    expect(server.received).toHaveLength(2);
    for (const transport of [strict, lenient, local]) transport.close();
    await server.stop();
  });

  it('takes many letters by one connection, and another one where the server ended it', async () => {
    const server = await TestMailServer.start();
    const { port } = new URL(server.url);
    const transport = new SmtpTransport(server.url, 'forum@forum.example');
    const [first, second, third] = [newId(), newId(), newId()];
    await transport.send({ ...message, id: first });
    await transport.send({ ...message, id: second });
    expect([server.received.length, server.connections]).toEqual([2, 1]);
    await server.stop();
    const again = await TestMailServer.start(Number(port));
    await transport.send({ ...message, id: third });
    expect(again.received).toMatchObject([{ messageId: `<${third}@forum.example>` }]);
    transport.close();
    await again.stop();
  });

  it('brings an event where Outlook, Gmail and Apple look for it, from the letter’s own sender', async () => {
    const server = await TestMailServer.start();
    const transport = new SmtpTransport(server.url, 'Forum <forum@forum.example>');
    const at = new Date('2024-06-20T12:00:00Z');
    const event = {
      uid: newId(),
      sequence: 2,
      createdAt: at,
      changedAt: at,
      startsAt: at,
      endsAt: null,
      status: 'CONFIRMED',
      summary: 'Plenary no. 1',
      description: 'Agenda',
      location: null,
      url: 'https://forum.example/meetings/1',
    } as const;
    await transport.send({
      ...message,
      letter: { ...message.letter, invitation: { method: 'REQUEST', event, zone: 'Europe/Paris' } },
    });
    const [letter] = server.received;
    const part = letter?.attachments.find(({ mimeType }) => mimeType === 'text/calendar');
    expect(part?.method).toBe('REQUEST');
    const text = typeof part?.content === 'string' ? part.content : new TextDecoder().decode(part?.content);
    const lines = text.replaceAll(/\r?\n /g, '').split(/\r?\n/);
    expect(lines).toEqual(
      expect.arrayContaining([
        'METHOD:REQUEST',
        `UID:${event.uid}`,
        'SEQUENCE:2',
        'ORGANIZER;CN=Open Government Forum:mailto:forum@forum.example',
        'ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:ada@example.org',
      ]),
    );
    expect(letter?.attachments.find(({ filename }) => filename === 'invitation.ics')).toBeDefined();
    expect(letter).toMatchObject({ from: { address: 'forum@forum.example' }, subject: 'A link' });
    await server.stop();
  });
});
