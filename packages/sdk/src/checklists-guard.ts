import type {Checklist, ChecklistProgress, ChecklistRun} from '@social-learning/protocol';
import {hasNumbers, hasTexts, isObject, isPerson} from './guard.ts';

const isTextOrNull = (value: unknown) => value === null || typeof value === 'string';

/** Whether a checklist has the shapes that views rely on. */
export function isSoundChecklist(value: unknown): value is Checklist {
  if (!isObject(value) || !hasTexts(value, 'id', 'space', 'title', 'state') || !hasNumbers(value, 'revision', 'version')) return false;
  const {author, description, steps} = value;
  return (
    (author === null || isPerson(author)) && isTextOrNull(description) && Array.isArray(steps) &&
    steps.every(step => isObject(step) && hasTexts(step, 'id', 'text') && isTextOrNull(step['note']) && typeof step['critical'] === 'boolean')
  );
}

export function isSoundRun(value: unknown): value is ChecklistRun {
  return (
    isObject(value) && hasTexts(value, 'checklist') && hasNumbers(value, 'version') && isTextOrNull(value['finishedAt']) && Array.isArray(value['ticks']) &&
    value['ticks'].every(tick => isObject(tick) && hasTexts(tick, 'step') && typeof tick['on'] === 'boolean' && hasNumbers(tick, 'order'))
  );
}

export function isSoundProgress(value: unknown): value is ChecklistProgress {
  return (
    isObject(value) && hasTexts(value, 'checklist') && hasNumbers(value, 'began', 'finished', 'version') &&
    Array.isArray(value['people']) && value['people'].every(isPerson)
  );
}
