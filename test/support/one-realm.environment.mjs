import { TestEnvironment } from 'jest-environment-node';

/**
 * Jest runs tests in a realm of their own, whose Float32Array is not the one that ONNX Runtime's binding makes tensors of and
 * checks for. (Jest hands over Uint8Array and ArrayBuffer by itself, for the same reason.)
 */
// eslint-disable-next-line no-restricted-syntax -- Jest takes an environment by its default export only
export default class OneRealmEnvironment extends TestEnvironment {
  constructor(...args) {
    super(...args);
    this.global.Float32Array = Float32Array;
  }
}
