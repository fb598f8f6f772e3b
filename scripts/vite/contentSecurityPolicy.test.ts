import { describe, expect, it } from 'vitest';
import { injectedStyles, policyOf } from './contentSecurityPolicy';

describe('contentSecurityPolicy', () => {
  it('finds the style blocks of the installed react-aria, with their constants filled in', () => {
    const styles = injectedStyles();
    expect(styles.some((style) => style.includes('[data-react-aria-pressable]'))).toBe(true);
    expect(styles.every((style) => style.startsWith('@layer {') && !style.includes('${'))).toBe(true);
  });

  it('allows nothing inline and nothing from elsewhere', () => {
    const policy = policyOf(["'sha256-x'"]);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("style-src 'self' 'sha256-x'");
  });
});
