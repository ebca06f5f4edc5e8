import {define} from '../internal/define.ts';
import {UploaderElement} from './uploader.ts';

define('uploader', UploaderElement);
