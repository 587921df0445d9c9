import { contentPolicyWith } from './content-policy-with';

describe('contentPolicyWith', () => {
  it('lets exactly the script run', () => {
    // The example of CSP level 2, §7.15.2.
    const policy = contentPolicyWith("alert('Hello, world.');");
    expect(policy).toContain("script-src 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
    expect(policy).toContain("default-src 'none'");
    expect(contentPolicyWith("alert('Hello, world!');")).not.toBe(policy);
  });
});
