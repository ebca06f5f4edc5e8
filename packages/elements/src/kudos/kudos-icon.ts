import {drawIcon} from '../internal/icons.ts';

const outline = 'M8 9.8a4.1 4.1 0 1 0 0-8.2 4.1 4.1 0 0 0 0 8.2ZM5.5 9.1l-1 5.4L8 12.7l3.5 1.8-1-5.4';

/** A rosette. */
export const kudosIcon = (): SVGSVGElement => drawIcon(outline);
