import {msg, str} from '@lit/localize';
import {toSocialLearningError, type Client, type SocialLearningError} from '@social-learning/sdk';
import {readOwnAffairs, type Notice, type Report} from '@social-learning/sdk/reports';
import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {failureText} from '../internal/failure-text.ts';
import {sayExactTime, sayTime} from '../internal/times.ts';

/** What became of one's own reports, and what moderators decided about oneself. */
export class OwnAffairs {
  readonly #host: ReactiveControllerHost;
  readonly #client: Client;
  readonly #space: string | undefined;
  #reports: readonly Report[] | undefined;
  #notices: readonly Notice[] = [];
  #error: SocialLearningError | undefined;

  constructor(host: ReactiveControllerHost, client: Client, space: string | undefined) {
    this.#host = host;
    this.#client = client;
    this.#space = space;
  }

  async load(): Promise<void> {
    try {
      const {reports, notices} = await readOwnAffairs(this.#client, this.#space);
      this.#reports = reports;
      this.#notices = notices;
    } catch (cause) {
      this.#error = toSocialLearningError(cause);
    }
    this.#host.requestUpdate();
  }

  render(): TemplateResult {
    if (this.#error) return html`<p class="notice critical" part="notice" role="alert">${failureText(this.#error.code, this.#error.details)}</p>`;
    if (!this.#reports) return html`<p class="quiet">${msg('On their way…')}</p>`;
    if (this.#reports.length + this.#notices.length === 0) {
      return html`<p class="quiet">${msg('You have reported nothing here, and no moderator has decided about anything of yours.')}</p>`;
    }
    const rows = [
      ...this.#reports.map(report => ({at: report.createdAt, row: this.#renderReport(report)})),
      ...this.#notices.map(notice => ({at: notice.at, row: this.#renderNotice(notice)})),
    ];
    const latestFirst = rows.sort((a, b) => (a.at < b.at ? 1 : -1)).map(({row}) => row);
    return html`<ul class="affair-list">${latestFirst}</ul>`;
  }

  #renderReport({target, state, sentence, note, createdAt}: Report): TemplateResult {
    const outcome = {
      open: msg('The moderators are looking at it.'),
      upheld: msg('The moderators agreed with you and acted.'),
      dismissed: msg('The moderators looked at it and left it as it is.'),
    }[state];
    return html`
      <li class="affair">
        <p class="affair-what">${target.type === 'person' ? msg('You reported a person') : target.type === 'kudos' ? msg('You reported kudos') : msg('You reported a post')}</p>
        <p>${outcome}</p>
        ${sentence ? html`<p class="quiet" dir="auto">${msg(str`The rule: “${sentence}”`)}</p>` : nothing}
        ${note ? html`<p class="quiet" dir="auto">${note}</p>` : nothing}
        ${this.#renderWhen(createdAt)}
      </li>
    `;
  }

  #renderNotice({action, reason, sentence, guidelines, at}: Notice): TemplateResult {
    const what = {
      approve: msg('A moderator let your post through'),
      hide: msg('A moderator hid your post'),
      restore: msg('A moderator put your post back'),
      remove: msg('A moderator removed your post'),
      warn: msg('A moderator asks you to mind the guidelines'),
      dismiss: '',
    }[action];
    return html`
      <li class="affair">
        <p class="affair-what">${what}</p>
        ${reason ? html`<p dir="auto">${reason}</p>` : nothing}
        ${sentence ? html`<p class="quiet" dir="auto">${msg(str`The rule: “${sentence}” (guidelines, version ${guidelines ?? 1}).`)}</p>` : nothing}
        ${this.#renderWhen(at)}
      </li>
    `;
  }

  #renderWhen(at: string): TemplateResult {
    return html`<p class="affair-when"><time datetime=${at} title=${sayExactTime(at)}>${sayTime(at, this.#client.serverNow())}</time></p>`;
  }
}
