/** A stretch of text to be replaced, and what is selected after that. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly selectFrom: number;
  readonly selectTo: number;
}

/** Makes a change in a field as if it were typed, so that the browser can undo it. */
export function applyChange(field: HTMLTextAreaElement, {from, to, text, selectFrom, selectTo}: Change): void {
  field.focus();
  field.setSelectionRange(from, to);
  const before = field.value;
  // The one way that keeps the history of the field; where it does nothing, the text is set without.
  const typed = document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
  if (!typed || (field.value === before && before.slice(from, to) !== text)) {
    field.setRangeText(text, from, to, 'end');
    field.dispatchEvent(new InputEvent('input', {bubbles: true}));
  }
  field.setSelectionRange(selectFrom, selectTo);
}
