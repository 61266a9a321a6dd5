export type Strength = "empty" | "weak" | "fair" | "strong";

/** The shortest passphrase that the core takes. */
export const SHORTEST = 8;

const COMFORTABLE = 10;
const COMMON = /^(password|passphrase|qwert|123|abc|daybook|letmein|welcome)/i;

const LOOKALIKES: Record<string, string> = { "0": "o", "@": "a", "1": "l", "3": "e", $: "s" };

/**
 * An honest guess: how long a guesser with the file would need depends on length and variety,
 * not on a capital and a digit at the end.
 */
export function strengthOf(passphrase: string): Strength {
  if (!passphrase) return "empty";
  const plain = passphrase.replace(/[0@13$]/g, (sign) => LOOKALIKES[sign] ?? sign);
  const different = new Set(passphrase).size;
  const words = passphrase.trim().split(/[\s\-_.]+/).filter((word) => word.length > 2).length;
  if (passphrase.length < COMFORTABLE || different < 6 || COMMON.test(plain) || COMMON.test(passphrase)) return "weak";
  if (passphrase.length >= 20 || words >= 4) return "strong";
  return "fair";
}
