/** One or two letters for a name's avatar: "Ada" gives A, "Grace Hopper" gives GH. */
export function initials(name) {
  const words = name.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return '?';
  const picked = words.length === 1 ? [words[0]] : [words[0], words[words.length - 1]];
  return picked.map((word) => [...word][0].toLocaleUpperCase()).join('');
}

/** Which of the avatar colours a person has: the same on every screen. */
export function hueOf(id, hues = 8) {
  let sum = 0;
  for (const letter of String(id)) sum = (sum * 31 + letter.codePointAt(0)) % 9973;
  return sum % hues;
}
