/** Lets one drag a step to another place, by mouse, pen or finger. The order changes when it is let go; Escape leaves it. */
export class StepDrag {
  readonly #list: () => readonly HTMLElement[];
  readonly #onDrop: (from: number, to: number) => void;

  /** @param list The items, in order. @param onDrop Called with the places before and after. */
  constructor(list: () => readonly HTMLElement[], onDrop: (from: number, to: number) => void) {
    this.#list = list;
    this.#onDrop = onDrop;
  }

  start(event: PointerEvent, from: number): void {
    if (event.button !== 0 || !event.isPrimary) return;
    event.preventDefault();
    const items = this.#list();
    const moved = items[from]!;
    const end = new AbortController();
    const {signal} = end;
    let to = from;
    moved.toggleAttribute('data-dragged', true);
    const mark = () => {
      for (const [index, item] of items.entries()) {
        item.toggleAttribute('data-before', index === to && to < from);
        item.toggleAttribute('data-after', index === to && to > from);
      }
    };
    const stop = (drop: boolean) => {
      end.abort();
      moved.toggleAttribute('data-dragged', false);
      const target = to;
      to = from;
      mark();
      if (drop && target !== from) this.#onDrop(from, target);
    };
    document.addEventListener('pointermove', ({clientY, pointerId}) => {
      if (pointerId !== event.pointerId) return;
      const middles = items.map(item => {
        const {top, height} = item.getBoundingClientRect();
        return top + height / 2;
      });
      const above = middles.filter((middle, index) => index !== from && middle < clientY).length;
      to = above;
      mark();
    }, {signal});
    document.addEventListener('pointerup', ({pointerId}) => pointerId === event.pointerId && stop(true), {signal});
    document.addEventListener('pointercancel', ({pointerId}) => pointerId === event.pointerId && stop(false), {signal});
    document.addEventListener('keydown', press => {
      if (press.key !== 'Escape') return;
      press.stopPropagation();
      stop(false);
    }, {signal, capture: true});
  }
}
