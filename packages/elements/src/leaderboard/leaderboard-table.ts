import {msg, str} from '@lit/localize';
import type {BoardView, LeaderboardState} from '@social-learning/sdk/leaderboard';
import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {renderAvatar} from '../internal/render-avatar.ts';
import {sayNumber} from '../internal/times.ts';
import {sayMovement, saySpan, sayView} from './leaderboard-words.ts';

type Ready = Extract<LeaderboardState, {status: 'ready'}>;

/** One row, of a person or a team. */
interface Row {
  readonly key: string;
  readonly rank: number;
  readonly name: TemplateResult;
  readonly value: string;
  readonly movement: number | null;
  readonly own: boolean;
}

/** The board as a table. */
export function renderTable(board: Ready, view: BoardView): TemplateResult {
  const {space, period: {starts, ends}} = board;
  // Of all time there is no period before.
  const comparable = starts !== null;
  const rows = view === 'teams' ? teamRows(board) : personRows(board);
  return html`
    <table part="table">
      <caption class="caption" part="caption">${sayView(view)} · <span dir="auto">${space.name}</span>${starts === null ? nothing : ` · ${saySpan(starts, ends)}`}</caption>
      <thead>
        <tr>
          <th scope="col" class="rank" aria-sort="ascending">${msg('Place')}</th>
          <th scope="col">${view === 'teams' ? msg('Team') : msg('Name')}</th>
          <th scope="col" class="number">${view === 'teams' ? msg('Points per person') : msg('Points')}</th>
          ${comparable ? html`<th scope="col" class="number"><span class="visually-hidden">${msg('Since the last period')}</span></th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${repeat(rows, ({key}) => key, ({rank, name, value, movement, own}) => html`
          <tr class=${own ? 'row own' : 'row'} part=${own ? 'row own' : 'row'}>
            <td class="rank">${sayNumber(rank)}</td>
            <th scope="row" class="name">${name}</th>
            <td class="number">${value}</td>
            ${comparable ? html`<td class="number movement" part="movement">${renderMovement(movement)}</td>` : nothing}
          </tr>`)}
      </tbody>
    </table>
  `;
}

function personRows({rows, person: reader}: Ready): Row[] {
  return rows.map(({rank, person, points, movement}) => {
    const {id, name} = person;
    const own = id === reader;
    return {
      key: id, rank, movement, own, value: sayNumber(points),
      name: html`
        <span class="person">
          ${renderAvatar(person)}
          <span><bdi>${name}</bdi>${own ? html` <span class="you" part="you">${msg('You')}</span>` : nothing}</span>
        </span>`,
    };
  });
}

function teamRows({teams, me}: Ready): Row[] {
  return teams.map(({rank, team, mean, people, movement}) => {
    const own = team === me.team;
    return {
      key: team, rank, movement, own, value: sayNumber(mean),
      name: html`<bdi>${team}</bdi> <span class="quiet">${msg(str`${sayNumber(people)} people`)}</span>${own ? html` <span class="you" part="you">${msg('Yours')}</span>` : nothing}`,
    };
  });
}

/** An arrow for the eye, words for the ear: colour and shape are never the only sign. */
function renderMovement(movement: number | null): TemplateResult {
  const sign = movement === null ? msg('new') : movement === 0 ? '–' : `${movement > 0 ? '▲' : '▼'} ${sayNumber(Math.abs(movement))}`;
  return html`<span aria-hidden="true">${sign}</span><span class="visually-hidden">${sayMovement(movement)}</span>`;
}
