import {msg} from '@lit/localize';
import {html, type TemplateResult} from 'lit';

/** One field of a form whose values are all texts, so that a draft can keep them. */
export interface TextField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  onChange(event: Event): void;
}

/** A line of text with its label and its hint. */
export function renderTextField({name, label, hint = '', value, onChange}: TextField): TemplateResult {
  return html`
    <label class="field-label" for=${name}>${label}</label>
    <input class="field" part="field" id=${name} name=${name} dir="auto" autocomplete="off" .value=${value} aria-describedby="${name}-hint" @input=${onChange} />
    <p class="hint" id="${name}-hint" ?hidden=${hint === ''}>${hint}</p>
  `;
}

/** A choice among the time zones that the browser knows, and none where that is allowed. */
export function renderZoneField({name, label, value, onChange}: TextField, none?: string): TemplateResult {
  const choices = zones(value).map(zone => html`<option value=${zone} ?selected=${zone === value}>${zone.replaceAll('_', ' ')}</option>`);
  return html`
    <label class="field-label" for=${name}>${label}</label>
    <select class="field" part="field" id=${name} @change=${onChange}>
      ${none === undefined ? '' : html`<option value="" ?selected=${value === ''}>${none}</option>`}
      ${choices}
    </select>
  `;
}

/** Languages as one types them. */
export function renderLanguagesField(value: string, onChange: (event: Event) => void): TemplateResult {
  return renderTextField({
    name: 'languages', label: msg('Languages'), hint: msg('As language codes with commas between, such as “en, nl”.'), value, onChange,
  });
}

/** What a form's field holds: of a box that can be ticked, `yes` or nothing. */
export function textOf(event: Event): string {
  const field = event.target as HTMLInputElement;
  return field.type === 'checkbox' ? (field.checked ? 'yes' : '') : field.value;
}

/** The words of a text with commas between. */
export const wordsOf = (text: string): string[] => text.split(/[,;\n]/).map(word => word.trim()).filter(Boolean);

/** A language as the standard writes it; what is none stays as it is, for the server to refuse. */
export function canonicalLanguage(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch {
    return tag;
  }
}

function zones(own: string): readonly string[] {
  const all = Intl.supportedValuesOf?.('timeZone') ?? [];
  return own === '' || all.includes(own) ? all : [own, ...all];
}
