import {msg, str} from '@lit/localize';
import {earningActivities, type EarningActivity, type PointsRule} from '@social-learning/sdk/leaderboard';
import {html, type TemplateResult} from 'lit';
import {sayNumber} from '../internal/times.ts';
import {sayActivity, sayPoints} from './leaderboard-words.ts';

/** A rule as it is typed. */
export type RuleDraft = Pick<PointsRule, 'activity' | 'points' | 'capPerDay'>;

/** What earns points, to be read. */
export function renderRules(rules: readonly PointsRule[]): TemplateResult {
  if (rules.length === 0) return html`<p class="quiet">${msg('Nothing earns points here.')}</p>`;
  const lines = rules.map(({activity, points, capPerDay}) => html`
    <li><span>${sayActivity(activity)}</span> <span class="quiet">${sayPoints(points)}, ${msg(str`at most ${sayNumber(capPerDay)} a day`)}</span></li>`);
  return html`<ul class="rules">${lines}</ul>`;
}

/** The same for who may change it: a row of two numbers for each activity. */
export function renderRuleForm(rules: readonly PointsRule[], save: (rule: RuleDraft) => void): TemplateResult {
  const rows = earningActivities.map(activity => renderRuleRow(activity, rules.find(rule => rule.activity === activity), save));
  return html`<ul class="rules">${rows}</ul>`;
}

function renderRuleRow(activity: EarningActivity, rule: PointsRule | undefined, save: (rule: RuleDraft) => void): TemplateResult {
  const name = sayActivity(activity);
  const submit = (event: Event) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const [points, cap] = form.querySelectorAll('input');
    save({activity, points: points!.valueAsNumber, capPerDay: cap!.valueAsNumber});
  };
  return html`
    <li>
      <form class="rule-form" @submit=${submit} novalidate>
        <span>${name}</span>
        <label class="quiet">${msg('Points')} <input class="field count" type="number" min="0" step="1" .value=${String(rule?.points ?? 0)} aria-label=${msg(str`Points: ${name}`)} /></label>
        <label class="quiet">${msg('A day at most')} <input class="field count" type="number" min="0" step="1" .value=${String(rule?.capPerDay ?? 0)} aria-label=${msg(str`A day at most: ${name}`)} /></label>
        <button class="action" part="action" aria-label=${msg(str`Save: ${name}`)}>${msg('Save')}</button>
      </form>
    </li>
  `;
}
