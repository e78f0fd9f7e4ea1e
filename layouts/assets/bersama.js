// What the scripts of pages share: numbers and dates as the page's language writes them,
// and files that are loaded once.
export const lang = document.documentElement.lang;
export const { isi } = document.documentElement.dataset; // the content's language, where it is another

// Made when first needed: it takes a slow phone as long as half the script.
let numbers;
export const count = (n) => (numbers ??= new Intl.NumberFormat(lang)).format(n);

// A whole number of units of the last decimal place as "1234.50".
export const decimal = (units, places) => {
  const digits = String(units).padStart(places + 1, "0");
  return places ? digits.slice(0, -places) + "." + digits.slice(-places) : digits;
};

// "1234.50" for readers; a fraction stays a fraction.
export const readable = (text) => {
  if (text.includes("/")) return text;
  const [whole, part] = text.split(".");
  return count(BigInt(whole)) + (part ? count(1.5).charAt(1) + part : "");
};

// "2021-06-16", "2021-06" or "2021" for readers.
export const date = (iso) => {
  const [year, month, day] = iso.split("-").map(Number);
  return new Date(Date.UTC(year, (month || 1) - 1, day || 1)).toLocaleDateString(lang, { timeZone: "UTC", year: "numeric", ...(month && { month: "long" }), ...(day && { day: "numeric" }) });
};

// Gives the parsed JSON of the files of a folder, each loaded once unless it failed.
export const folder = (address) => {
  const files = new Map();
  return (name) => {
    if (!files.has(name)) {
      files.set(name, fetch(address + name).then((answer) => {
        if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
        return answer.json();
      }).catch((error) => {
        files.delete(name);
        throw error;
      }));
    }
    return files.get(name);
  };
};
