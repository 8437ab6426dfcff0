"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const data = JSON.parse($("data").textContent);
  const NUMBERS = ["words", "before", "after", "applied", "open"];

  // How many findings a reviewer has decided in this browser. Only suggested and flagged ones can be open.
  const decided = (sha) => {
    try {
      return JSON.parse(localStorage.getItem("zhengming:" + sha) || "[]").filter((made) => made[2] === true).length;
    } catch {
      return 0;
    }
  };
  const documents = data.documents.map(([title, id, href, date, source, sha, words, before, after, applied, suggested, flagged]) => ({
    title, href, date, source, words, before, after, applied,
    open: Math.max(0, suggested + flagged - decided(sha)),
    found: `${title}\n${id}\n${source}\n${date}`.toLowerCase(),
  }));
  let shown = documents, first = 0, key = null, descending = false;

  const SHORT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
  const plain = (text) => text.replace(SHORT, (character) => `⟨U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`);
  const cell = (content, number) => {
    const made = document.createElement("td");
    if (number) made.className = "n";
    made.append(content);
    return made;
  };
  const row = (each) => {
    const made = document.createElement("tr"), link = document.createElement("a");
    link.href = each.href;
    link.textContent = plain(each.title);
    const numbers = [each.words, each.before.toFixed(1), each.after.toFixed(1), each.applied, each.open];
    made.append(cell(link), cell(plain(each.date)), cell(plain(each.source)), ...numbers.map((value) => cell(String(value), true)));
    return made;
  };
  const draw = () => {
    $("rows").replaceChildren(...shown.slice(first, first + data.size).map(row));
    const last = Math.min(first + data.size, shown.length);
    $("shown").textContent = shown.length ? `${first + 1} to ${last} of ${shown.length}` : "none";
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
  // A browser may bring back what was typed and checked before a reload.
  choose();
})();
