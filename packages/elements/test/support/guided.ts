import type {Input, Output} from '@social-learning/protocol';
import {SocialLearningError, type Backend, type Id, type Person} from '@social-learning/sdk';
import type {Guidelines, Rule} from '@social-learning/sdk/guidelines';
import {ArrayBackend} from '../../../../examples/array-backend/array-backend.ts';
import {newId} from './ids.ts';

export const sampleRules: Rule[] = [
  {id: 'be-kind', sentence: 'Be kind to whoever asks.', do: 'Thank people for asking.', dont: 'Say “obviously”.'},
  {id: 'say-where', sentence: 'Say how you know it.', do: null, dont: null},
];

/** A backend over an array whose only space has guidelines. */
export class GuidedBackend {
  readonly array = new ArrayBackend();
  readonly accepted = new Map<Id, number>();
  guidelines: Guidelines | null;
  /** Whether the guidelines can be read at all. */
  readable = true;

  constructor({required = true, rules = sampleRules}: {required?: boolean; rules?: Rule[] | null} = {}) {
    this.guidelines = rules && {space: spaceId, version: 1, required, rules, publishedBy: null, publishedAt: '2026-05-01T08:00:00.000Z'};
  }

  /** As one person uses it. */
  as(person: Person | null, roles: Output<'me.read'>['roles'] = person ? ['learner'] : []): Backend {
    const plain = this.array.as(person);
    const version = () => this.guidelines?.version ?? 0;
    const own: Record<string, (input: never) => unknown> = {
      'guidelines.read': async ({version: wanted}: Input<'guidelines.read'>): Promise<Output<'guidelines.read'>> => {
        if (!this.readable) throw new SocialLearningError('network', 'Offline.');
        const {space} = await plain.call('me.read', {});
        const guidelines = this.guidelines && {...this.guidelines, version: wanted ?? version()};
        return {space, guidelines, accepted: this.accepted.get(person?.id ?? '') ?? null, topic: 'guidelines', cursor: '0'};
      },
      'guidelines.accept': ({version: agreed}: Input<'guidelines.accept'>) => {
        if (agreed !== version()) throw new SocialLearningError('revision-conflict', 'They changed.', {revision: version()});
        this.accepted.set(person!.id, agreed);
        return {space: spaceId, accepted: agreed};
      },
      'guidelines.publish': ({revision, required, rules}: Input<'guidelines.publish'>) => {
        if (revision !== version()) throw new SocialLearningError('revision-conflict', 'They changed.', {revision: version()});
        this.guidelines = {space: spaceId, version: revision + 1, required, rules, publishedBy: person, publishedAt: new Date().toISOString()};
        return {guidelines: this.guidelines};
      },
      'reports.list': () => ({items: [{
        id: newId(), target: {type: 'post', id: newId()}, rule: 'be-kind', guidelines: 1, sentence: sampleRules[0]!.sentence, note: 'It hurt.',
        state: 'upheld', createdAt: '2026-05-02T08:00:00.000Z', decidedAt: '2026-05-02T09:00:00.000Z',
      }], before: null, after: null}),
      'notices.list': () => ({items: [], before: null, after: null}),
    };
    return {
      ...plain,
      supports: {has: name => Object.hasOwn(own, name) || plain.supports.has(name)},
      call: async (name, input, options) => {
        const handle = own[name];
        if (handle) return (await handle(input as never)) as never;
        if (name === 'posts.create' && this.guidelines?.required && this.accepted.get(person!.id) !== version()) {
          throw new SocialLearningError('guidelines-not-accepted', 'Agree first.', {version: version()});
        }
        const output = await plain.call(name, input, options);
        return (name === 'me.read' ? {...output, roles} : output) as never;
      },
    };
  }
}

const spaceId: Id = '01920000-0000-7000-8000-000000000001';
