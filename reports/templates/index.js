"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const data = JSON.parse($("data").textContent);
  const NUMBERS = ["words", "before", "after", "applied", "open"];

  // What a reviewer decided in this browser: reports keep it under the hash of their text.
  const kept = (sha) => {
    try {
      const made = JSON.parse(localStorage.getItem("zhengming:" + sha));
      return made && Array.isArray(made.decisions) ? made : null;
    } catch {
      return null;
    }
  };
  const documents = data.documents.map(([title, id, href, date, source, sha, words, before, after, applied, suggested, flagged]) => ({
    title, id, href, date, source, sha, words, before, after, applied, left: suggested + flagged, open: 0,
    found: `${title}\n${id}\n${source}\n${date}`.toLowerCase(),
  }));
  // Only suggested and flagged findings can be open.
  const count = () => {
    let all = 0;
    for (const each of documents) {
      const made = kept(each.sha);
      all += made ? made.decisions.length : 0;
      each.open = Math.max(0, each.left - (made ? made.decisions.filter((one) => one.action !== "applied").length : 0));
    }
    $("decided").textContent = all ? `${all.toLocaleString("en")} ${all === 1 ? "decision" : "decisions"}` : "";
    $("export").disabled = !all;
  };
  let shown = documents, first = 0, key = null, descending = false;

  const SHORT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
  const plain = (text) => text.replace(SHORT, (character) => `⟨U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`);
  const cell = (content, name) => {
    const made = document.createElement("td");
    if (name) made.className = name;
    made.append(content);
    return made;
  };
  const row = (each) => {
    const made = document.createElement("tr"), link = document.createElement("a");
    link.href = each.href;
    link.textContent = plain(each.title);
    const texts = [["date", each.date], ["source", each.source]].filter(([key]) => data.columns.includes(key));
    const numbers = [each.words.toLocaleString("en"), each.before.toFixed(1), each.after.toFixed(1), each.applied, each.open];
    made.append(cell(link), ...texts.map(([key, text]) => cell(plain(text), key === "date" && "d")), ...numbers.map((value) => cell(String(value), "n")));
    return made;
  };
  const draw = () => {
    $("rows").replaceChildren(...shown.slice(first, first + data.size).map(row));
    const last = Math.min(first + data.size, shown.length);
    const numbers = [first + 1, last, shown.length].map((value) => value.toLocaleString("en"));
    $("shown").textContent = shown.length ? `${numbers[0]} to ${numbers[1]} of ${numbers[2]}` : "none";
    $("previous").disabled = first === 0;
    $("next").disabled = last >= shown.length;
  };
  const choose = () => {
    const wanted = $("query").value.trim().toLowerCase().split(/\s+/);
    shown = documents.filter((each) => (!$("open").checked || each.open > 0) && wanted.every((word) => each.found.includes(word)));
    if (key) shown.sort((one, other) => (descending ? -1 : 1) * compare(one[key], other[key]));
    first = 0;
    draw();
  };
  const compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
  const sort = (heading) => {
    descending = key === heading.dataset.key ? !descending : NUMBERS.includes(heading.dataset.key) && heading.dataset.key !== "before" && heading.dataset.key !== "after";
    key = heading.dataset.key;
    document.querySelectorAll("th[data-key]").forEach((each) => each.removeAttribute("aria-sort"));
    heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
    choose();
  };
  const turn = (by) => {
    first += by * data.size;
    draw();
  };

  const save = () => {
    const made = documents.map((each) => [each.id, kept(each.sha)]).filter(([, found]) => found);
    const content = { schema: "zhengming.decisions/1", documents: made.map(([id, found]) => ({ ...found, id })) };
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(content, null, 1) + "\n"], { type: "application/json" }));
    link.download = "decisions.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };
  const refresh = () => {
    count();
    choose();
  };

  document.documentElement.classList.add("scripted");
  document.querySelectorAll("th[data-key]").forEach((heading) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    button.addEventListener("click", () => sort(heading));
    heading.append(button);
  });
  $("query").addEventListener("input", choose);
  $("open").addEventListener("change", choose);
  $("previous").addEventListener("click", () => turn(-1));
  $("next").addEventListener("click", () => turn(1));
  document.querySelector("form.search").addEventListener("submit", (event) => event.preventDefault());
  $("export").addEventListener("click", save);
  // Decisions are made in reports meanwhile, and a browser may bring back what was typed and checked before a reload.
  addEventListener("storage", refresh);
  addEventListener("pageshow", refresh);
  refresh();
})();
