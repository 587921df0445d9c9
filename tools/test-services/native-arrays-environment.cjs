/* eslint-disable @typescript-eslint/no-require-imports -- Jest loads environments as CommonJS */
const { TestEnvironment } = require('jest-environment-node');

/**
 * Jest's usual environment, with Node's own typed arrays: ONNX Runtime returns those, and refuses the look-alikes that Jest's sandbox has.
 */
class NativeArraysEnvironment extends TestEnvironment {
  /** @param {ConstructorParameters<typeof TestEnvironment>[0]} config @param {ConstructorParameters<typeof TestEnvironment>[1]} context */
  constructor(config, context) {
    super(config, context);
    Object.assign(this.global, { Float32Array, BigInt64Array });
  }
}

module.exports = NativeArraysEnvironment;
