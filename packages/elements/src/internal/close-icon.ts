import {drawIcon} from './icons.ts';

/** A cross. */
export const closeIcon = (): SVGSVGElement => drawIcon('m4 4 8 8M12 4l-8 8');
