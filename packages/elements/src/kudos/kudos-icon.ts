import {drawIcon} from '../internal/icons.ts';

const outline = 'M8 14.2S2.2 10.9 2.2 6.7A2.95 2.95 0 0 1 8 5.4a2.95 2.95 0 0 1 5.8 1.3C13.8 10.9 8 14.2 8 14.2ZM8 1.2v1.4M3.4 1.9l.7 1.2M12.6 1.9l-.7 1.2';

/** A heart that shines. */
export const kudosIcon = (): SVGSVGElement => drawIcon(outline);
