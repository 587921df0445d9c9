/* eslint-disable @typescript-eslint/no-require-imports -- Jest loads environments as CommonJS */
const { TestEnvironment } = require('jest-environment-node');

/** Jest gives tests typed arrays of their own, which native code does not take for its own: ONNX Runtime refuses them. */
class OneRealmEnvironment extends TestEnvironment {
  constructor(...args) {
    super(...args);
    Object.assign(this.global, { BigInt64Array, Float32Array, Uint8Array });
  }
}

module.exports = OneRealmEnvironment;
