import {msg, str} from '@lit/localize';
import {toSocialLearningError, type Client} from '@social-learning/sdk';
import {uploadFile} from '@social-learning/sdk/uploads';
import {failureText} from '../internal/failure-text.ts';
import {applyChange} from './text-change.ts';

/** Puts pictures into what somebody writes: a mark at the cursor while one is on its way, and the picture in its place after that. */
export class PictureUploads {
  readonly #client: Client;
  readonly #field: HTMLTextAreaElement;
  readonly #onChange: () => void;
  readonly #fail: (words: string) => void;
  #count = 0;
  #underway = 0;

  /** @param onChange Called when the text has changed. @param fail Says why a picture could not be taken. */
  constructor(client: Client, field: HTMLTextAreaElement, onChange: () => void, fail: (words: string) => void) {
    this.#client = client;
    this.#field = field;
    this.#onChange = onChange;
    this.#fail = fail;
  }

  /** Whether a picture is on its way. */
  get busy(): boolean {
    return this.#underway > 0;
  }

  add(files: Iterable<File>): void {
    for (const file of files) {
      if (file.type.startsWith('image/')) void this.#send(file);
      else this.#fail(msg(str`“${file.name}” is no picture. Only pictures can stand in a post.`));
    }
  }

  async #send(file: File): Promise<void> {
    const mark = `![${msg(str`${file.name} is on its way…`)}](#${++this.#count})`;
    const {selectionStart: from, selectionEnd: to} = this.#field;
    applyChange(this.#field, {from, to, text: mark, selectFrom: from + mark.length, selectTo: from + mark.length});
    this.#underway++;
    try {
      const id = await uploadFile(this.#client, file);
      this.#replace(mark, `![${pictureWords()}](file:${id})`);
    } catch (cause) {
      const {code, details} = toSocialLearningError(cause);
      this.#replace(mark, '');
      this.#fail(failureText(code, details));
    } finally {
      this.#underway--;
    }
  }

  /** Puts a text in the place of a mark. The words that say what the picture shows are selected, unless one types elsewhere. */
  #replace(mark: string, text: string): void {
    const field = this.#field;
    const at = field.value.indexOf(mark);
    if (at < 0) return;
    const follows = field.selectionStart === at + mark.length && field.selectionEnd === field.selectionStart;
    field.setRangeText(text, at, at + mark.length, 'preserve');
    if (follows && text !== '') field.setSelectionRange(at + 2, at + 2 + pictureWords().length);
    this.#onChange();
  }
}

/** Stands where one says what a picture shows, until that is said. */
export const pictureWords = () => msg('What the picture shows');
