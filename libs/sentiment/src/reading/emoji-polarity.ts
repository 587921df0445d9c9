const GLAD = /[😀😃😄😁😆😂🤣😊🙂😍🥰😘😎🤩🥳👍👏🙌💯❤💕💖💗💙💚💛💜🧡⭐🌟🎉🔥😻💪]/gu;
const SORRY = /[😞😟😠😡🤬😢😭😩😫😒🙄😴🤢🤮👎💔😤😖😣😱🥱💩😑😕☹🙁😬]/gu;

/**
 * (glad − sorry)/(glad + sorry + 1) of the emoji in a text, in (−1, 1); 0 without any that say so. Which side an emoji is on follows Kralj
 * Novak et al. 2015, "Sentiment of emojis", for those that are common there.
 */
export function emojiPolarity(text: string): number {
  const glad = text.match(GLAD)?.length ?? 0;
  const sorry = text.match(SORRY)?.length ?? 0;
  return (glad - sorry) / (glad + sorry + 1);
}
