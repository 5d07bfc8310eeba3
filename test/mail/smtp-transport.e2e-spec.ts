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
    await server.stop();
  });
});
