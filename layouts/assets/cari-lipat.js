// Folding and roots for search. The index was made with the same rules in Go:
// generator/search/fold.go and stem.go say what they are and why, and
// generator/search/testdata/lipat.json holds both to the same cases.
const LONGEST = 40, JOINABLE = 4;

const PART = "[\\p{L}\\p{N}\\p{M}]+(?:['’‘][\\p{L}\\p{N}\\p{M}]+)*";
const WORD = new RegExp(`${PART}(?:[-‐‑]${PART})*`, "gu");
const PARTS = new RegExp(PART, "gu");

const cut = (token) => (token.length <= LONGEST ? token : [...token].slice(0, LONGEST).join(""));

const fold = (part) => cut(part.normalize("NFKD").replace(/[^\p{L}\p{N}]|[ʼʻ]/gu, "").toLowerCase().replace(/ς/g, "σ"));

// The words of a text: where each is, and its parts, folded, with where they are.
export const words = (text) => [...text.matchAll(WORD)].map((word) => ({
  from: word.index,
  to: word.index + word[0].length,
  parts: [...word[0].matchAll(PARTS)].map((part) => ({
    token: fold(part[0]), from: word.index + part.index, to: word.index + part.index + part[0].length,
  })).filter((part) => part.token),
})).filter((word) => word.parts.length);

// The part of a reduplication that the other part holds, or undefined.
export const doubled = (parts) => {
  if (parts.length !== 2) return undefined;
  const [short, long] = parts.map((p) => p.token).sort((a, b) => a.length - b.length);
  return short.length >= 3 && long.includes(short) ? short : undefined;
};

// The parts of a compound together, or undefined.
export const joined = (parts) => {
  if (parts.length < 2 || parts.length > JOINABLE || doubled(parts)) return undefined;
  return cut(parts.map((p) => p.token).join(""));
};

export const tokens = (text) => [...new Set(words(text).flatMap(({ parts }) => [...parts.map((p) => p.token), joined(parts)]))].filter(Boolean);

const isVowel = (c) => c !== undefined && "aeiou".includes(c);
const among = (c, list) => c !== undefined && list.includes(c);
const less = (w, suffix) => (w.endsWith(suffix) ? w.slice(0, -suffix.length) : undefined);

const plausible = (w) => {
  if (w.length < 3 || (w.length === 3 && !isVowel(w[0]))) return false;
  if (!isVowel(w[0]) && !isVowel(w[1]) && !"hlrwy".includes(w[1]) && !/^(?:ng|ps|sk|sn|sp|st)/.test(w)) return false;
  return w.replace(/[^aeiou]/g, "").length > 1;
};

// What is left of a word after me- or pe-, with the first letter that the nasal stands for.
const nasal = (rest) => {
  const [n, restored] = rest.startsWith("ny") ? [2, "s"] : rest.startsWith("ng") ? [2, "k"] : rest[0] === "m" ? [1, "p"] : rest[0] === "n" ? [1, "t"] : [0, ""];
  const next = rest[n];
  if (next === undefined) return [];
  if (n === 0) return "lrwy".includes(next) && isVowel(rest[1]) ? [rest] : [];
  if (isVowel(next)) return [restored + rest.slice(n), restored === "k" ? rest.slice(n) : rest];
  return { k: "ghkq", p: "bfpv", t: "cdjstz", s: "" }[restored].includes(next) ? [rest.slice(n)] : [];
};

const ME = ["kan", "i"], PE = ["an"], BER = ["an", "kan"], PER = ["an", "kan", "i"], KE = ["-an"], NONE = [];

const prefixes = (w) => {
  const rest = w.slice(2), list = [];
  switch (w.slice(0, 2)) {
    case "me": list.push(...nasal(rest).map((x) => [x, ME])); break;
    case "pe":
      list.push(...nasal(rest).map((x) => [x, PE]));
      if (among(rest[0], "bcdfghjkpst") && isVowel(rest[1])) list.push([rest, PE]);
      if (rest[0] === "r") list.push([rest.slice(1), PER]);
      if (rest.startsWith("lajar")) list.push([rest.slice(1), PE]);
      break;
    case "di": list.push([rest, ME]); break;
    case "te": if (rest[0] === "r") list.push([rest.slice(1), ME]); break;
    case "be":
      if (rest[0] === "r") list.push([rest.slice(1), BER]);
      else if (rest.length > 3 && !isVowel(rest[0]) && rest.startsWith("er", 1)) list.push([rest, NONE]);
      if (rest.startsWith("lajar")) list.push([rest.slice(1), NONE]);
      break;
    case "ke": list.push([rest, KE]); break;
    case "se": if (rest.length > 4) list.push([rest, NONE]); break;
  }
  return list;
};

// The words that an Indonesian word may be derived from, without itself.
export const roots = (word) => {
  if (/^[a-z]{3,}2$/.test(word)) return [word.slice(0, -1), ...roots(word.slice(0, -1))];
  if (!/^[a-z]{5,40}$/.test(word)) return [];
  const list = new Set();
  const add = (w) => {
    if (!plausible(w)) return false;
    if (w !== word) list.add(w);
    return true;
  };
  const inner = (w) => {
    if (!add(w)) return false;
    if (w.length < 6) return true;
    if (/^[bpt]er/.test(w)) add(w.slice(3));
    else if (/^[bp]elajar$/.test(w)) add("ajar");
    if (w.startsWith("ke") && w.endsWith("an")) add(w.slice(2, -2));
    return true;
  };
  const derived = ([rest, suffixes]) => {
    let found = false;
    for (const suffix of suffixes) {
      let bare = less(rest, suffix.replace("-", ""));
      if (bare === undefined) continue;
      if (suffixes === BER && suffix === "an" && bare.startsWith("ke") && plausible(bare.slice(2))) bare = bare.slice(2);
      if (inner(bare) && suffix !== "i") found = true;
    }
    if (!found && suffixes !== KE) inner(rest);
    return found;
  };
  const all = (base) => {
    const owned = less(base, "nya");
    if (owned !== undefined && plausible(owned)) base = owned;
    add(base);
    const whole = prefixes(base).map(derived).some(Boolean);
    const bare = less(base, "an");
    if (bare === undefined || whole) return;
    add(bare);
    if (bare.endsWith("k")) add(bare.slice(0, -1));
  };
  for (const particle of ["lah", "kah"]) {
    const rest = less(word, particle);
    if (rest !== undefined && rest.length > 4 && plausible(rest)) all(rest);
  }
  all(word);
  return [...list];
};
