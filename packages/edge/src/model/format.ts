import { version } from '../../package.json';

/** The metadata that says what a file is. */
export const FORMAT = 'sig-model';
export const FORMAT_VERSION = 1;
export const CREATED_BY = `@sig/edge/${version}`;

/** The names of the tensors that are no weights. */
export const MEAN = 'standardisation.mean';
export const SCALE = 'standardisation.scale';

/** What the name of a kernel's scales adds to that of the kernel. */
export const KERNEL_SCALE = '.scale';
