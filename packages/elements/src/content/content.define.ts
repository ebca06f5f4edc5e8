import {define} from '../internal/define.ts';
import {ContentElement} from './content.ts';

define('content', ContentElement);
