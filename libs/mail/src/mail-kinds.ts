import { Injectable } from '@nestjs/common';
import type { MailKind } from './mail-kind.js';
import type { MailTopic } from './topics.js';

/** Every kind of letter, as the rooms registered them. */
@Injectable()
export class MailKinds {
  private readonly byName = new Map<string, MailKind>();

  /** @throws Error when another kind bears the name. */
  register(kind: MailKind): void {
    if ((this.byName.get(kind.kind) ?? kind) !== kind) {
      throw new Error(`Two kinds of letters are named ${kind.kind}.`);
    }
    this.byName.set(kind.kind, kind);
  }

  /** The names of those about a topic. */
  about(topic: MailTopic): string[] {
    return [...this.byName.values()].filter((kind) => kind.topic === topic).map(({ kind }) => kind);
  }

  named(name: string): MailKind | null {
    return this.byName.get(name) ?? null;
  }
}
