import {join} from 'node:path';
import {limits} from '@social-learning/protocol';
import type {Conversation, ImportedPerson, ImportedPost} from './conversation.ts';
import {htmlToMarkdown} from './html-to-markdown.ts';
import {stableId} from './stable-id.ts';
import {readRows, type XmlRow} from './xml-rows.ts';

/** What was found in a dump, and what was left out, with the reason. */
export interface Dump {
  readonly people: readonly ImportedPerson[];
  readonly conversations: readonly Conversation[];
  readonly found: {readonly questions: number; readonly answers: number; readonly comments: number};
  readonly skipped: ReadonlyMap<string, number>;
}

const kinds: Readonly<Record<string, string>> = {
  3: 'orphaned tag wiki', 4: 'tag wiki excerpt', 5: 'tag wiki', 6: 'moderator nomination', 7: 'wiki placeholder', 8: 'privilege wiki',
};

/**
 * Reads a Stack Exchange dump (`Posts.xml`, `Comments.xml`, `Users.xml`): a question becomes a thread with its answers as
 * roots and the comments as replies.
 *
 * @param site Names the dump in ids and subject keys; the same site must always be named the same.
 */
export async function readDump(folder: string, site: string): Promise<Dump> {
  const skipped = new Map<string, number>();
  const skip = (reason: string) => skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
  const people = new People(site);
  const posts = new Map<string, Entry>();
  const answers: {entry: Entry; question: string}[] = [];
  const comments: {entry: Entry; post: string}[] = [];

  for await (const row of readRows(join(folder, 'Posts.xml'))) {
    const {PostTypeId: kind = '', Id: id = '', ParentId: question = ''} = row;
    if (kind !== '1' && kind !== '2') skip(`is a ${kinds[kind] ?? `post of type ${kind}`}, not a question or an answer`);
    else {
      const entry = toEntry(row, `stackexchange/${site}/post/${id}`, once(() => htmlToMarkdown(row['Body'] ?? '')), people, skip);
      if (!entry) continue;
      posts.set(id, entry);
      if (kind === '2') answers.push({entry, question});
    }
  }
  for await (const row of readRows(join(folder, 'Comments.xml'))) {
    const entry = toEntry(row, `stackexchange/${site}/comment/${row['Id']}`, () => row['Text'] ?? '', people, skip);
    if (entry) comments.push({entry, post: row['PostId'] ?? ''});
  }
  const threads = new Map<string, Entry[]>();
  for (const [id, entry] of posts) if (entry.row['PostTypeId'] === '1') threads.set(id, [entry]);
  const found = {questions: threads.size, answers: 0, comments: 0};
  const homes = new Map([...threads.keys()].map(id => [id, id]));
  for (const {entry, question} of answers.sort(byTime)) {
    const thread = threads.get(question);
    if (!thread) {
      skip('is an answer to a question that is not in the dump');
      continue;
    }
    entry.accepted = thread[0]!.row['AcceptedAnswerId'] === entry.row['Id'];
    homes.set(entry.row['Id']!, question);
    thread.push(entry);
    found.answers++;
  }
  for (const {entry, post} of comments.sort(byTime)) {
    const home = homes.get(post);
    if (home === undefined) {
      skip('is a comment on a post that is not in the dump');
      continue;
    }
    entry.parent = posts.get(post)!.id;
    threads.get(home)!.push(entry);
    found.comments++;
  }
  await people.readNames(join(folder, 'Users.xml'));
  const conversations = [...threads].map(([id, entries]) => toConversation(site, id, entries));
  return {people: people.all(), conversations, found, skipped};
}

interface Entry {
  readonly row: XmlRow;
  readonly id: string;
  readonly source: () => string;
  readonly at: Date;
  readonly author: string | null;
  parent: string | null;
  accepted: boolean;
}

const byTime = (a: {entry: Entry}, b: {entry: Entry}) => a.entry.at.getTime() - b.entry.at.getTime();

function toEntry(
  row: XmlRow, name: string, source: () => string, people: People, skip: (reason: string) => void,
): Entry | undefined {
  const at = readTime(row['CreationDate']);
  if (!at) skip('has no time');
  else if ((row['Body'] ?? row['Text'] ?? '').trim() === '') skip('is empty');
  else if (isLong(row) && source().length > limits.source) skip(`is longer than ${limits.source} characters`);
  else {
    const author = people.find(row['OwnerUserId'] ?? row['UserId'], row['OwnerDisplayName'] ?? row['UserDisplayName']);
    return {row, id: stableId(name, at), source, at, author, parent: null, accepted: false};
  }
  return undefined;
}

/** Whether the Markdown of a row has to be made to know its length: marks and escapes make it longer than the text. */
const isLong = ({Body: body = '', Text: text = ''}: XmlRow) => body.length + text.length > limits.source / 3;

function once(make: () => string): () => string {
  let made: string | undefined;
  return () => (made ??= make());
}

function toConversation(site: string, id: string, entries: readonly Entry[]): Conversation {
  const title = (entries[0]!.row['Title'] ?? `Question ${id}`).slice(0, limits.title);
  return {
    subject: {key: `stackexchange/${site}/${id}`, title, url: null},
    kind: 'question',
    title,
    posts: entries.map(({id: post, parent, author, source, at, accepted, row}): ImportedPost =>
      ({id: post, parent, author, source, at, accepted, editedAt: readTime(row['LastEditDate']) ?? null})),
  };
}

/** Times of a dump are in UTC without saying so. */
function readTime(text: string | undefined): Date | undefined {
  const time = text === undefined ? undefined : new Date(`${text}Z`);
  return time && !Number.isNaN(time.getTime()) ? time : undefined;
}

/** Those who wrote something; the others of a dump are left where they are. */
class People {
  readonly #site: string;
  readonly #names = new Map<string, string>();
  readonly #ids = new Map<string, string>();

  constructor(site: string) {
    this.#site = site;
  }

  /** The id of a user; of one who was deleted by the name that was left; `null` where none was. */
  find(user: string | undefined, left: string | undefined): string | null {
    if (user === undefined && left === undefined) return null;
    const key = user === undefined ? `name/${left}` : `user/${user}`;
    const id = this.#ids.get(key) ?? stableId(`stackexchange/${this.#site}/${key}`, new Date(0));
    this.#ids.set(key, id);
    if (!this.#names.has(key)) this.#names.set(key, left ?? `user${user}`);
    return id;
  }

  async readNames(file: string): Promise<void> {
    for await (const {Id: id, DisplayName: name} of readRows(file)) {
      if (name?.trim() && this.#names.has(`user/${id}`)) this.#names.set(`user/${id}`, name.trim());
    }
  }

  all(): ImportedPerson[] {
    return [...this.#ids].map(([key, id]) => ({id, external: null, name: this.#names.get(key)!.slice(0, limits.name)}));
  }
}
