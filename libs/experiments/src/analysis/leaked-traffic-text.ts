/** Who met an arm that should have had nobody. @param count of members, > 0 */
export function leakedTrafficText(arm: string | number, count: number): string {
  return `arm ${arm} has a weight of 0 and ${count} ${count === 1 ? 'member' : 'members'}`;
}
