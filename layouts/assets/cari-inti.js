// Search over the files that generator/search makes; it knows nothing of pages. A
// search loads a few small files, of which each is loaded once.
//
// What matches: every word of the query must be in a document (of the last one a beginning is
// enough, unless a space follows; one or two letters stand for the most frequent words only).
// A word is found as it is, by a root that it shares with the document's, and with letters
// wrong: one in a word of four or more, two from eight on; two neighbours exchanged are one.
// A word is taken for misspelt only where it is in no title and no summary, and in a text
// only for one that far more documents have.
//
// In which order: a document's points are the sum over the query's words of
//
//   where the word is (title 20, summary 4, text 1) × how (itself 8, root 6, beginning 5, misspelt 3 or 2),
//
// best place only. When all words are in the title, up to 60 are added for the share of the
// title that they are, and 40 for the first kind, innovations, which most readers look for.
// Equal points are ordered as the index is: by kind, and innovations by the latest edition
// and their rank there.
import { doubled, joined, roots, tokens, words } from "./cari-lipat.js";

const PLACES = [20, 4, 1];
const ITSELF = 8, ROOT = 6, BEGINNING = 5, MISSPELT = [0, 3, 2];
const TITLE = PLACES[0] * MISSPELT[2]; // the least that a word in a title is worth
const WEAK = PLACES[2] * ITSELF; // the most that a word in a text is worth
const MUCH_MORE = 3; // times two to the power of
const SHARE = 60, SOUGHT = 40;
const MOST_WORDS = 8;
const BEGINNINGS = [0, 12, 16]; // by length: how many words a beginning may stand for
const MOST_BEGINNINGS = 64;
const MOST_MISSPELT = 12;
const LAST_RESORT = 12; // files of words at most, of about 7 kB each, to look for a wrong first letter

// Files of two different builds do not fit.
export class Stale extends Error {}

const bitLength = (n) => n.toString(2).length;
const mistakes = (word) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

// How many single letters must be put in, left out, replaced or exchanged with their
// neighbour to make a word of another; more than most is most + 1. With beginning, of the
// best beginning of the other.
export const distance = (a, b, most, beginning = false) => {
  if (a.length - b.length > most || (!beginning && b.length - a.length > most)) return most + 1;
  const width = Math.min(b.length, a.length + most);
  let before, last = [], row = Array.from({ length: width + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    [before, last, row] = [last, row, [i]];
    let least = i;
    for (let j = 1; j <= width; j++) {
      let n = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) n = Math.min(n, before[j - 2] + 1);
      row.push(n);
      if (n < least) least = n;
    }
    if (least > most) return most + 1;
  }
  return Math.min(most + 1, beginning ? Math.min(...row) : row[b.length] ?? most + 1);
};

// The words of a query: each has the forms that it is looked for in, where it is in
// the query, and whether it is a beginning.
const parse = (query) => {
  const list = [];
  const add = (forms, at) => {
    if (list.length < MOST_WORDS && !list.some((w) => w.forms[0] === forms[0])) list.push({ forms, at, beginning: false });
  };
  let last;
  for (const word of words(query)) {
    const { parts } = word;
    const once = doubled(parts), compound = joined(parts);
    const long = parts.filter((p) => p.token.length > 1);
    if (once) add([once], word);
    else if (compound && !long.length) add([compound], word);
    else for (const p of parts.length > 1 && long.length ? long : parts) add(compound ? [p.token, compound] : [p.token], p);
    last = word;
  }
  if (list.length && last && last.to === query.length) list.at(-1).beginning = true;
  return list;
};

// Gives the files of an index in a folder; fresh ones are not taken from what the browser keeps.
export const indexFiles = (folder, fresh = false) => async (name) => {
  const answer = await fetch(folder + name, { cache: fresh ? "reload" : "no-cache" });
  if (answer.status === 404) throw new Stale(name);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
};

// load(name) gives the parsed JSON of a file, or rejects.
export const openIndex = async (load) => {
  const manifest = await load("indeks.json");
  const total = manifest.jenis.reduce((sum, k) => sum + k.n, 0);
  const files = new Map();

  const file = (kind, i, read) => {
    const name = `${kind}-${i}.json`;
    if (!files.has(name)) {
      files.set(name, load(name).then((data) => {
        if (data.cap !== manifest.cap) throw new Stale(name);
        return read(data);
      }));
      files.get(name).catch(() => files.delete(name)); // it may work next time
    }
    return files.get(name);
  };
  const list = (kind, data, i) => {
    const all = data.kata ?? data.kunci, names = all ? all.split(" ") : [];
    if ((names[0] ?? "\uffff") !== manifest[kind][i]) throw new Stale(kind);
    return names;
  };
  const wordFile = (i) => file("kata", i, (data) => ({ words: list("kata", data, i), bits: [...data.banyak].map((c) => parseInt(c, 36)) }));
  const keyFile = (i) => file("kunci", i, (data) => new Map(list("kunci", data, i).map((k, j) => [k, data.di[j]])));

  // The file that a name is in, if it is in one.
  const place = (starts, name) => {
    let low = 0, high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= name) low = middle;
      else high = middle;
    }
    return low;
  };

  // All words that begin with some letters, as [word, bits].
  const beginningWith = async (start) => {
    const from = place(manifest.kata, start), found = [];
    let to = place(manifest.kata, start + "\uffff");
    for (const { words: names, bits } of await Promise.all(Array.from({ length: to - from + 1 }, (_, i) => wordFile(from + i)))) {
      names.forEach((name, i) => { if (name.startsWith(start)) found.push([name, bits[i]]); });
    }
    return found;
  };

  // Words that a misspelt word may be, closest and most frequent first. The first
  // letter is mostly right, or exchanged, or one too many; only if not, all words are looked at.
  const spellings = async (word, beginning) => {
    const most = mistakes(word);
    if (!most) return [];
    const near = (candidates) => {
      let found = [];
      for (const [name, bits] of candidates) {
        const whole = distance(word, name, most);
        const d = whole > most && beginning ? distance(word, name, most, true) : whole;
        if (d <= most && d > 0) found.push({ name, bits, d, part: whole > most });
      }
      const least = Math.min(...found.map((f) => f.d));
      found = found.filter((f) => f.d === least);
      return found.sort((a, b) => a.part - b.part || b.bits - a.bits || (a.name < b.name ? -1 : 1)).slice(0, MOST_MISSPELT);
    };
    const letters = [...new Set([...word].slice(0, 2))];
    const found = near((await Promise.all(letters.map(beginningWith))).flat());
    return found.length || manifest.kata.length > LAST_RESORT ? found : near(await beginningWith(""));
  };

  // Gives the documents of keys points; a key is [name, factor, factor of its derivations].
  const collect = async (keys, points) => {
    const starts = manifest.kunci;
    await Promise.all(keys.map(async ([name, self, derived]) => {
      const lists = (await keyFile(place(starts, name))).get(name);
      lists?.forEach((differences, c) => {
        const value = PLACES[c >> 1] * (c & 1 ? derived : self);
        let doc = 0;
        for (const d of differences) {
          doc += d;
          if (points[doc] < value) points[doc] = value;
        }
      });
    }));
  };

  // Finds the documents of one word of the query.
  const find = async (word, misspelt) => {
    const points = new Uint16Array(total);
    let spelt = [];
    if (!misspelt) {
      const keys = word.forms.map((f) => [f, ITSELF, ROOT]);
      for (const f of word.forms) for (const root of roots(f)) keys.push([root, ROOT, ROOT]);
      if (word.beginning) {
        for (const form of word.forms) {
          const found = (await beginningWith(form)).filter(([name]) => name !== form);
          found.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
          for (const [name] of found.slice(0, BEGINNINGS[form.length] ?? MOST_BEGINNINGS)) keys.push([name, BEGINNING, 0]);
        }
      }
      await collect(keys, points);
    }
    const n = points.reduce((sum, p) => sum + (p > 0), 0);
    if (n && points.some((p) => p > WEAK)) return { ...word, points, spelt };
    spelt = (await spellings(word.forms[0], word.beginning)).filter((s) => !n || s.bits >= MUCH_MORE + bitLength(n));
    await collect(spelt.map(({ name, d, part }) => [name, MISSPELT[part ? 2 : d], MISSPELT[2]]), points);
    return { ...word, points, spelt };
  };

  // Documents that every word was found in, as {doc, points}; with fewest, of the words that
  // are found, those with most.
  const combine = (found, some) => {
    const hits = [];
    let most = 1;
    for (let doc = 0; doc < total; doc++) {
      let sum = 0, n = 0, titles = 0;
      for (const { points } of found) {
        const p = points[doc];
        if (p) n++;
        else if (!some) break;
        if (p >= TITLE) titles++;
        sum += p;
      }
      if (n < (some ? most : found.length)) continue;
      if (n > most) {
        most = n;
        hits.length = 0;
      }
      if (titles === found.length) {
        sum += Math.floor((SHARE * titles) / Math.max(titles, parseInt(manifest.panjang[doc], 36)));
        if (doc < manifest.jenis[0].n) sum += SOUGHT;
      }
      hits.push({ doc, points: sum });
    }
    return hits.sort((a, b) => b.points - a.points || a.doc - b.doc);
  };

  const corrected = (query, found) => {
    let text = "", at = 0;
    for (const { spelt, at: place } of found.filter((w) => w.spelt.length).sort((a, b) => a.at.from - b.at.from)) {
      text += query.slice(at, place.from) + spelt[0].name;
      at = place.to;
    }
    return at ? text + query.slice(at) : "";
  };

  // hits: all documents that match, best first. partial: none has all words, these have
  // most. suggestion: the query with its misspelt words corrected, or "".
  const search = async (query) => {
    query = query.slice(0, 400);
    const parsed = parse(query);
    if (!parsed.length) return { words: [], hits: [], partial: false, suggestion: "" };
    let found = await Promise.all(parsed.map((w) => find(w, false)));
    let hits = combine(found, false);
    if (!hits.length && found.length > 1) {
      const again = await Promise.all(found.map(async (w) => {
        if (w.spelt.length) return w;
        const other = await find(w, true);
        other.points.forEach((p, i) => { if (p > w.points[i]) w.points[i] = p; });
        return other.spelt.length ? { ...w, spelt: other.spelt } : w;
      }));
      hits = combine(again, false);
      if (hits.length) found = again;
    }
    const partial = !hits.length && found.length > 1;
    if (partial) hits = combine(found, true);
    return { words: found.map(({ points, ...w }) => w), hits, partial, suggestion: corrected(query, found) };
  };

  const documents = async (numbers) => {
    const chunks = new Map();
    for (const n of numbers) chunks.set(Math.floor(n / manifest.potong), null);
    await Promise.all([...chunks.keys()].map(async (i) => chunks.set(i, await file("isi", i, (data) => data.isi))));
    return numbers.map((n) => {
      const [path, title, detail, text] = chunks.get(Math.floor(n / manifest.potong))[n % manifest.potong];
      return { path, title, detail, text };
    });
  };

  // The kind of a document.
  const kindOf = (doc) => {
    for (const { id, n } of manifest.jenis) {
      if (doc < n) return id;
      doc -= n;
    }
    return "";
  };

  return { search, documents, kindOf, kinds: manifest.jenis };
};

// Tells which parts of a text a search found, as runs {text, hit} that make up the text.
export const highlight = (text, found) => {
  const families = found.map((w) => {
    const forms = new Set(w.forms), family = new Set(w.forms.flatMap((f) => [f, ...roots(f)]));
    for (const { name } of w.spelt) forms.add(name);
    return { forms, family, beginnings: w.beginning ? w.forms : [] };
  });
  const hit = (token) => families.some(({ forms, family, beginnings }) => forms.has(token)
    || beginnings.some((b) => token.startsWith(b)) || family.has(token) || roots(token).some((r) => family.has(r) || forms.has(r)));
  const runs = [];
  let at = 0;
  const run = (to, isHit) => {
    if (to > at) runs.push({ text: text.slice(at, to), hit: isHit });
    at = to;
  };
  for (const word of words(text)) {
    const whole = joined(word.parts);
    for (const part of whole && hit(whole) ? [word] : word.parts.filter((p) => hit(p.token))) {
      run(part.from, false);
      run(part.to, true);
    }
  }
  run(text.length, false);
  return runs;
};

export { roots, tokens };
