import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail extends Email {
  /** To whom the client said that it was, envelope apart from the letter. */
  readonly recipients: readonly string[];
}

/** A mail server that keeps what it is given, and that can be told to refuse or to be slow. */
export class TestMailServer {
  readonly received: ReceivedMail[] = [];
  /** How many were ever opened. */
  connections = 0;
  /** Answers a recipient with this code instead of taking it; null: takes it. */
  refuses: (address: string) => number | null = () => null;
  /** Milliseconds before it says that it has a letter. */
  slowness = 0;
  private readonly server: SMTPServer;

  private constructor(private port: number) {
    this.server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      logger: false,
      // Whoever keeps a connection open for later letters loses it.
      closeTimeout: 100,
      onConnect: (_session, done) => {
        this.connections += 1;
        done();
      },
      onRcptTo: ({ address }, _session, done) => {
        const responseCode = this.refuses(address);
        if (responseCode === null) return done();
        // A real one quotes the address: nothing of that may reach the log or the database.
        done(Object.assign(new Error(`No, not ${address}`), { responseCode }));
      },
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const recipients = session.envelope.rcptTo.map(({ address }) => address);
          void PostalMime.parse(Buffer.concat(parts)).then((mail) => {
            this.received.push({ ...mail, recipients });
            setTimeout(done, this.slowness);
          });
        });
      },
    });
    this.server.on('error', () => undefined);
  }

  static async start(port = 0, host = '127.0.0.1'): Promise<TestMailServer> {
    const sink = new TestMailServer(port);
    await new Promise<void>((resolve) => sink.server.listen(port, host, resolve));
    sink.port = (sink.server.server.address() as AddressInfo).port;
    return sink;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
