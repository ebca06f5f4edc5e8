import type {Content, Person, Post} from '@social-learning/sdk';

const words = ('tote bay dock shelf scanner label order pallet north south lorry farm shop night early late team lead ask answer ' +
  'idea plan note list map door key light belt crate box fork lift route stop load gate').split(' ');

/** Posts with about 227 characters of text each, the same for the same number. */
export function samplePosts(count: number): Post[] {
  let seed = 42;
  const random = () => (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) / 0x7fffffff;
  const say = (length: number) => Array.from({length}, () => words[Math.floor(random() * words.length)]).join(' ');
  const people: Person[] = Array.from({length: 40}, (_, index) => ({id: idOf(1, index), name: `${say(1)} ${say(1)}`, picture: null}));
  return Array.from({length: count}, (_, index) => {
    const content: Content = {
      type: 'root',
      children: [
        {type: 'paragraph', children: [{type: 'text', value: `${say(12)} `}, {type: 'strong', children: [{type: 'text', value: say(2)}]}, {type: 'text', value: ` ${say(10)}.`}]},
        ...(random() < 0.4 ? [{type: 'paragraph' as const, children: [{type: 'link' as const, url: 'https://example.com/', children: [{type: 'text' as const, value: say(3)}]}, {type: 'text' as const, value: ` ${say(20)}.`}]}] : []),
        ...(random() < 0.2 ? [{type: 'code' as const, lang: 'sql', value: `select ${say(6)}`}] : []),
      ],
    };
    return {
      id: idOf(2, index), thread: idOf(3, 0), parent: null, position: String(index).padStart(8, '0'), depth: 0,
      author: people[Math.floor(random() * people.length)]!, state: 'visible', content,
      createdAt: new Date(1_700_000_000_000 + index * 60_000).toISOString(), editedAt: null, revision: 1, version: 1, replies: 0,
      accepted: false, reactions: random() < 0.3 ? {thanks: 1 + Math.floor(random() * 9)} : {},
    };
  });
}

function idOf(kind: number, index: number): string {
  return `0192000${kind}-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;
}
