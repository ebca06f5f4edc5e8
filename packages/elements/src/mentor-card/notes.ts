import {msg, str} from '@lit/localize';
import {toSocialLearningError, type Client, type SocialLearningError} from '@social-learning/sdk';
import {mentorshipNotesOf, type Mentorship, type MentorshipNote, type MentorshipNotesStore} from '@social-learning/sdk/mentoring';
import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {failureWords} from '../internal/failure-words.ts';

type Side = MentorshipNote['side'];

/** A text that is not saved, with the revision of the one that it is to replace. */
interface Draft {
  readonly base: number;
  readonly text: string;
}

/** What is open of one mentorship. */
interface Opened {
  readonly store: MentorshipNotesStore;
  readonly stop: () => void;
}

/** The notes of mentorships, written in place. They are read when they are first opened. */
export class Notes implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #client: () => Client | undefined;
  readonly #say: (text: string) => void;
  readonly #opened = new Map<string, Opened>();
  readonly #busy = new Set<string>();
  readonly #failures = new Map<string, SocialLearningError>();

  /** @param say Says something to a screen reader. */
  constructor(host: ReactiveControllerHost, client: () => Client | undefined, say: (text: string) => void) {
    this.#host = host;
    this.#client = client;
    this.#say = say;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  /** Forgets what is open, as when somebody else signs in. */
  close(): void {
    for (const {stop} of this.#opened.values()) stop();
    this.#opened.clear();
    this.#failures.clear();
  }

  /** The notes of a mentorship, as one of its two sees them. */
  render({id, state}: Mentorship, side: 'mentor' | 'mentee', other: string): TemplateResult | typeof nothing {
    const client = this.#client();
    if (!client?.can('mentorships.notes') || (state !== 'active' && state !== 'completed')) return nothing;
    const isKept = (['mentor', 'mentee', 'shared'] as const).some(each => client.drafts.read(placeOf(id, each)) !== '');
    // What was typed before a reload stands there again.
    return html`
      <details class="notes" part="notes" ?open=${isKept} @toggle=${(event: Event) => this.#toggle(id, event)}>
        <summary>${msg('Notes')}</summary>
        ${this.#renderNotes(id, side, other, state === 'active')}
      </details>
    `;
  }

  #renderNotes(id: string, side: 'mentor' | 'mentee', other: string, writes: boolean): TemplateResult {
    const state = this.#opened.get(id)?.store.$state.get();
    if (!state || state.status === 'loading') return html`<p class="hint">${msg('Looking…')}</p>`;
    if (state.status === 'failed') return html`<p class="error" role="alert">${msg('This could not be read.')} ${failureWords(state.error, this.#update)}</p>`;
    const note = (of: Side) => state.notes.find(each => each.side === of);
    const theirs = note(side === 'mentor' ? 'mentee' : 'mentor');
    return html`
      ${this.#renderNote(id, note(side), msg('Your note'), writes, msg(str`${other} reads it, too; once this is over, only you do.`))}
      ${this.#renderNote(id, note('shared'), msg('What you both keep'), writes, msg('Both of you write it now, and read it also afterwards.'))}
      ${theirs?.text ? html`<p class="field-label">${msg(str`The note of ${other}`)}</p><p class="note" part="note" dir="auto">${theirs.text}</p>` : nothing}
    `;
  }

  #renderNote(id: string, note: MentorshipNote | undefined, label: string, writes: boolean, hint: string): TemplateResult | typeof nothing {
    if (!note) return nothing;
    if (!writes) return note.text === '' ? nothing : html`<p class="field-label">${label}</p><p class="note" part="note" dir="auto">${note.text}</p>`;
    const name = `note-${id}-${note.side}`;
    const draft = this.#draft(id, note.side);
    const failure = this.#failures.get(name);
    const changed = draft !== undefined && draft.text !== note.text;
    return html`
      <form class="composer" novalidate @submit=${(event: Event) => this.#save(event, id, note)}>
        <label class="field-label" for=${name}>${label}</label>
        <textarea class="field" part="field" id=${name} rows="3" maxlength="10000" dir="auto" aria-describedby="${name}-hint ${name}-error"
          .value=${draft?.text ?? note.text} @input=${(event: Event) => this.#keep(id, note, (event.target as HTMLTextAreaElement).value)}></textarea>
        <p class="error" id="${name}-error" role="alert" ?hidden=${!failure}>${!failure ? nothing : failure.code === 'revision-conflict'
          ? msg('This was changed in the meantime. What stands there now is below; save again to put yours in its place.')
          : failureWords(failure, this.#update)}</p>
        ${failure?.code === 'revision-conflict' ? html`<blockquote class="note" dir="auto">${note.text}</blockquote>` : nothing}
        <div class="composer-foot">
          <p class="hint" id="${name}-hint">${hint}</p>
          <button type="submit" class="action" part="action save" aria-label=${msg(str`Save: ${label}`)} aria-disabled=${!changed || this.#busy.has(name) ? 'true' : 'false'}>${msg('Save')}</button>
        </div>
      </form>
    `;
  }

  #toggle(id: string, {target}: Event): void {
    const client = this.#client();
    if (!(target as HTMLDetailsElement).open || this.#opened.has(id) || !client) return;
    const store = mentorshipNotesOf(client, id);
    this.#opened.set(id, {store, stop: store.$state.listen(this.#update)});
    this.#update();
  }

  #draft(id: string, side: Side): Draft | undefined {
    try {
      return JSON.parse(this.#client()?.drafts.read(placeOf(id, side)) || 'null') as Draft | undefined ?? undefined;
    } catch {
      return undefined;
    }
  }

  #keep(id: string, note: MentorshipNote, text: string): void {
    const base = this.#draft(id, note.side)?.base ?? note.revision;
    this.#client()?.drafts.write(placeOf(id, note.side), text === note.text ? '' : JSON.stringify({base, text}));
    this.#update();
  }

  async #save(event: Event, id: string, {side}: MentorshipNote): Promise<void> {
    event.preventDefault();
    const name = `note-${id}-${side}`;
    const draft = this.#draft(id, side);
    const {store} = this.#opened.get(id) ?? {};
    if (!draft || !store || this.#busy.has(name)) return;
    this.#busy.add(name);
    this.#failures.delete(name);
    this.#update();
    try {
      await store.write(side, draft.text, draft.base, () =>
        this.#say(msg('There is no connection just now. It is kept, and sent by itself as soon as it can be.')));
      // What was typed meanwhile stays.
      if (this.#draft(id, side)?.text === draft.text) this.#client()?.drafts.write(placeOf(id, side), '');
      this.#say(msg('Your note is saved.'));
    } catch (cause) {
      const error = toSocialLearningError(cause);
      this.#failures.set(name, error);
      const state = store.$state.get();
      const now = state.status === 'ready' ? state.notes.find(each => each.side === side) : undefined;
      // Whoever saves again has seen what stands there now.
      if (error.code === 'revision-conflict' && now) this.#client()?.drafts.write(placeOf(id, side), JSON.stringify({base: now.revision, text: draft.text}));
    }
    this.#busy.delete(name);
    this.#update();
  }

  readonly #update = () => this.#host.requestUpdate();
}

const placeOf = (id: string, side: Side) => `mentorship-note/${id}/${side}`;
