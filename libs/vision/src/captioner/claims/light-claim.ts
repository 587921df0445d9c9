/** How light a text says the picture is. */
export type LightClaim = 'dark' | 'bright';

/** Of a thing in the picture, not of the picture: `dark hair`, `bright eyes`. */
const OF_A_THING =
  /\b(?:dark|black|bright|pale)[\s-]+(?:\p{L}+[\s-]+)?(?:hair|haired|eyes?|eyed|suits?|coats?|dress|gown|skin|beard|moustache|clothes|clad|letters|lettering|bob|red|green|blue|brown|grey|yellow|colou?rs?|figures?)\b/giu;
const DARK = /\b(?:dark|darkness|dim|dimly|gloomy|night|nighttime|shadowy|unlit|low-key|black background)\b/i;
const BRIGHT = /\b(?:bright|brightly|sunny|sunlit|daylight|sunlight|broad day|high-key|white background)\b/i;

/** Whether a text calls the picture dark or bright; null where it says neither, or both. */
export function lightClaimOf(text: string): LightClaim | null {
  const scene = text.replace(OF_A_THING, ' ');
  const isDark = DARK.test(scene);
  const isBright = BRIGHT.test(scene);
  if (isDark === isBright) return null;
  return isDark ? 'dark' : 'bright';
}
