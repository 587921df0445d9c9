/** Names under which parts without a class of their own are injected. */
export const CONFIGURATION = Symbol('CONFIGURATION');
export const CLOCK = Symbol('CLOCK');
export const LOGGER = Symbol('LOGGER');
export const DATABASE = Symbol('DATABASE');
export const JOB_PRODUCER = Symbol('JOB_PRODUCER');
export const PICTURE_STORE = Symbol('PICTURE_STORE');
export const API_PARTS = Symbol('API_PARTS');
