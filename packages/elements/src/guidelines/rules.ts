import {msg} from '@lit/localize';
import type {Rule} from '@social-learning/sdk/guidelines';
import {html, nothing, type TemplateResult} from 'lit';

/** Rules in their order, with what to do and what not. */
export function renderRules(rules: readonly Rule[]): TemplateResult {
  const items = rules.map(rule => html`
    <li class="rule" part="rule">
      <p class="sentence" part="sentence" dir="auto">${rule.sentence}</p>
      ${rule.do === null ? nothing : renderExample('do', msg('Do'), rule.do)}
      ${rule.dont === null ? nothing : renderExample('dont', msg('Do not'), rule.dont)}
    </li>
  `);
  return html`<ol class="rules" part="rules">${items}</ol>`;
}

function renderExample(name: 'do' | 'dont', label: string, text: string): TemplateResult {
  return html`<p class="example ${name}" part="example ${name}"><span class="label">${label}</span> <span dir="auto">${text}</span></p>`;
}
