import {sql} from 'kysely';
import {subjectHash} from '../feed/topics.ts';
import {storageKey} from '../files/rows.ts';
import type {FileStorage} from '../files/storage.ts';
import {stableId} from '../imports/stable-id.ts';
import type {Store} from '../store/store.ts';

const at = new Date('2026-01-07T09:00:00Z');
const subject = {key: 'onboarding/day-3', title: 'The warehouse, in boots', url: null};

/** What people of the sample organisation share: a link, and where files are kept a recording. What is there stays as it is. */
export async function seedContent(
  store: Store, organisation: string, space: string, ids: ReadonlyMap<string, string>, files: FileStorage | undefined,
): Promise<void> {
  const author = ids.get('sanne')!;
  const add = (item: string, kind: string, title: string, description: string, skills: readonly string[], link: string | null) => sql`
    insert into content_item (organisation, id, space, author, kind, state, published, title, description, skills, link, subject_hash, subject, created_at, published_at)
    values (${organisation}, ${item}, ${space}, ${author}, ${kind}, 'published', true, ${title}, ${description}, ${JSON.stringify(skills)}::jsonb, ${link},
      ${subjectHash(subject.key)}, ${JSON.stringify(subject)}::jsonb, ${at}, ${at})
    on conflict do nothing`.execute(store.db);

  await add(
    stableId('northwind content safety', at), 'link', 'Lifting without hurting your back',
    'Ten minutes to read, and your back will thank you for years. Page 3 has the pictures.', ['safety'],
    'https://www.hse.gov.uk/pubns/indg143.htm',
  );
  if (!files) return;
  const item = stableId('northwind content bell', at);
  await add(item, 'audio', 'What the warehouse bell says', 'One long tone, and the gates close: step behind the yellow line. This is how it sounds.', ['safety', 'warehouse'], null);
  const file = {organisation, id: stableId('northwind file bell', at)};
  const sound = bell();
  if ((await files.size(storageKey(file))) === undefined) await files.put(storageKey(file), sound);
  await sql`
    insert into file (organisation, id, owner, format, name, size, state, created_at, item, role)
    values (${organisation}, ${file.id}, ${author}, 'wav', 'bell.wav', ${sound.size}, 'finished', ${at}, ${item}, 'media')
    on conflict do nothing`.execute(store.db);
}

const rate = 8_000;

/** Two seconds of a bell that fades, as a WAV. */
function bell(): Blob {
  const samples = Uint8Array.from({length: 2 * rate}, (_, index) => {
    const time = index / rate;
    return 128 + 90 * Math.exp(-1.5 * time) * (0.7 * Math.sin(2 * Math.PI * 523 * time) + 0.3 * Math.sin(2 * Math.PI * 1_318 * time));
  });
  const head = new DataView(new ArrayBuffer(44));
  const write = (offset: number, text: string) => [...text].forEach((character, index) => head.setUint8(offset + index, character.charCodeAt(0)));
  write(0, 'RIFF');
  head.setUint32(4, 36 + samples.length, true);
  write(8, 'WAVEfmt ');
  head.setUint32(16, 16, true);
  head.setUint16(20, 1, true);
  head.setUint16(22, 1, true);
  head.setUint32(24, rate, true);
  head.setUint32(28, rate, true);
  head.setUint16(32, 1, true);
  head.setUint16(34, 8, true);
  write(36, 'data');
  head.setUint32(40, samples.length, true);
  return new Blob([head.buffer, samples], {type: 'audio/wav'});
}
