import type {Client} from '@social-learning/sdk';
import type {Checklist, ChecklistStep, ChecklistWords} from '@social-learning/sdk/checklists';

/** A step as it is typed; what is empty is not there yet. */
export interface DraftStep extends Omit<ChecklistStep, 'note'> {
  readonly note: string;
}

/** A checklist as it is typed. */
export interface ChecklistDraft {
  /** Id of what is changed; `null` for a new one. */
  readonly id: string | null;
  /** The revision that it is based on. */
  readonly revision: number;
  readonly title: string;
  readonly description: string;
  readonly steps: readonly DraftStep[];
}

export function newStep(client: Client): DraftStep {
  return {id: client.createId(), text: '', note: '', critical: false};
}

export function draftOf(client: Client, before: Checklist | null): ChecklistDraft {
  if (!before) return {id: null, revision: 0, title: '', description: '', steps: [newStep(client)]};
  const {id, revision, title, description, steps} = before;
  return {id, revision, title, description: description ?? '', steps: steps.map(step => ({...step, note: step.note ?? ''}))};
}

/** What is sent: steps without a text are left out. */
export function wordsOf({title, description, steps}: ChecklistDraft): ChecklistWords {
  const filled = (text: string) => (text.trim() === '' ? null : text);
  return {
    title, description: filled(description),
    steps: steps.filter(({text}) => text.trim() !== '').map(({id, text, note, critical}) => ({id, text: text.replace(/\s*\n\s*/g, ' '), note: filled(note), critical})),
  };
}

/** A draft that was kept, where it still has the shape of one. */
export function readDraft(text: string): ChecklistDraft | undefined {
  try {
    const draft = JSON.parse(text) as Partial<ChecklistDraft>;
    return Array.isArray(draft.steps) && typeof draft.title === 'string' && typeof draft.revision === 'number' ? (draft as ChecklistDraft) : undefined;
  } catch {
    return undefined;
  }
}
