"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const data = JSON.parse($("data").textContent);
  const root = $("text");
  const decisions = new Map();
  const undone = [];
  let current = -1;

  // The text as it came: what the findings put in is left out, and characters that are shown by name are read from their number.
  const rawOf = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeName === "INS" || node.nodeName === "A" || node.classList.contains("aside")) return "";
    if (node.dataset.c) return String.fromCodePoint(parseInt(node.dataset.c, 16));
    let text = "";
    for (const child of node.childNodes) text += rawOf(child);
    return text;
  };
  const original = rawOf(root);

  // Offsets count code points in the data and UTF-16 units here.
  const findings = data.findings.map(([id, number, start, end], at) => ({
    id, start, end, at, group: data.groups[number], number: number + 1, node: $("f" + at),
  }));
  const toUnits = () => {
    const wanted = findings.flatMap((f) => [f.start, f.end]).sort((one, other) => one - other);
    const units = new Map();
    let points = 0, unit = 0;
    for (const offset of wanted) {
      while (points < offset) {
        unit += original.codePointAt(unit) > 0xffff ? 2 : 1;
        points += 1;
      }
      units.set(offset, unit);
    }
    for (const f of findings) [f.from, f.to] = [units.get(f.start), units.get(f.end)];
  };
  toUnits();
  const clusters = new Map();
  for (const f of findings) {
    f.node.querySelector("a").setAttribute("aria-label", "Finding " + f.number);
    f.cluster = f.node.closest(".cluster");
    if (f.cluster) clusters.set(f.cluster, [...(clusters.get(f.cluster) || []), f]);
  }
  const neighbours = findings.map(() => []);
  findings.forEach((f, at) => {
    for (let next = at + 1; next < findings.length && findings[next].start <= f.end; next += 1) {
      if (touch(f, findings[next])) {
        neighbours[at].push(findings[next]);
        neighbours[next].push(f);
      }
    }
  });

  function touch(one, other) {
    if (one.start === one.end || other.start === other.end) return one.start <= other.end && other.start <= one.end;
    return one.start < other.end && other.start < one.end;
  }

  // What stands in place of the finding's words, or null where they stay.
  const effect = (f) => {
    const made = decisions.get(f.id);
    if (made && made.decision === "accepted") return made.replacement;
    if (made && made.decision === "rejected") return null;
    return f.group.action === "applied" ? f.group.replacement : null;
  };
  const stateOf = (f) => (decisions.get(f.id) || { decision: "open" }).decision;

  const correctedText = () => {
    let text = "", at = 0;
    for (const f of findings) {
      const becomes = effect(f);
      if (becomes === null) continue;
      text += original.slice(at, f.from) + becomes;
      at = f.to;
    }
    return text + original.slice(at);
  };

  // ---------- drawing

  const HIDDEN = new RegExp(data.control, "u");
  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };
  const show = (node, text) => {
    node.replaceChildren();
    node.classList.toggle("kept", /^\s|\s$|\s\s|[^\S ]/.test(text));
    node.classList.toggle("gap", text !== "" && !text.trim());
    for (const character of text) {
      if (!HIDDEN.test(character)) {
        node.append(character);
        continue;
      }
      const code = character.codePointAt(0).toString(16);
      const named = element("span", "ctl", "U+" + code.toUpperCase().padStart(4, "0"));
      named.dataset.c = code;
      node.append(named);
    }
    node.normalize();
    return node;
  };

  const draw = (f) => {
    const becomes = effect(f), state = stateOf(f);
    f.node.classList.toggle("on", becomes !== null);
    for (const name of ["accepted", "rejected", "unsure"]) f.node.classList.toggle(name, state === name);
    const wanted = becomes === null && f.group.replacement === null ? "MARK" : "DEL";
    const was = f.node.querySelector("del, mark");
    if (was && was.nodeName !== wanted) {
      const other = element(wanted.toLowerCase());
      other.append(...was.childNodes);
      was.replaceWith(other);
      if (wanted === "DEL") other.setAttribute("role", "deletion");
      f.node.firstElementChild.setAttribute("role", wanted === "DEL" ? "suggestion" : "none");
    }
    let now = f.node.querySelector("ins");
    const shown = becomes === null ? f.group.replacement : becomes;
    if (shown === null) {
      if (now) now.remove();
      return;
    }
    if (!now) {
      now = element("ins");
      now.setAttribute("role", "insertion");
      f.node.firstElementChild.append(now);
    }
    show(now, shown);
  };

  // Of findings that overlap, the one in effect is drawn in place and the others stand aside.
  const arrange = (cluster) => {
    const members = clusters.get(cluster);
    const order = [...members].sort((one, other) => (effect(other) !== null) - (effect(one) !== null));
    const drawn = [];
    for (const f of order) if (!drawn.some((other) => touch(f, other))) drawn.push(f);
    drawn.sort((one, other) => one.from - other.from || one.to - other.to);
    const end = Math.max(...members.map((f) => f.to));
    let at = Math.min(...members.map((f) => f.from));
    cluster.replaceChildren();
    for (const f of drawn) {
      cluster.append(show(element("span"), original.slice(at, f.from)), f.node);
      at = f.to;
    }
    cluster.append(show(element("span"), original.slice(at, end)));
    for (const f of members) {
      const aside = !drawn.includes(f);
      f.node.classList.toggle("aside", aside);
      if (aside) cluster.append(f.node);
    }
  };

  const redraw = (changed) => {
    changed.forEach(draw);
    new Set([...changed].map((f) => f.cluster).filter(Boolean)).forEach(arrange);
    beside();
    progress();
    if ($("live").firstElementChild.open) $("corrected").value = correctedText();
    $("undo").disabled = undone.length === 0;
    panel();
  };

  const progress = () => {
    const done = findings.filter((f) => stateOf(f) !== "open").length;
    const shown = findings.filter((f) => f.shown).length;
    const part = shown < findings.length ? ` · ${shown} shown` : "";
    $("progress").textContent = `${done} of ${findings.length} decided${part}`;
    Object.assign($("done"), { max: findings.length || 1, value: done });
  };
  const tell = (text) => {
    $("told").textContent = text;
    $("notice").hidden = !text;
  };

  // ---------- deciding

  const VERDICTS = ["accepted", "rejected", "unsure"];
  const record = (f) => ({
    finding: f.id,
    start: f.start,
    end: f.end,
    surface: original.slice(f.from, f.to),
    rule: f.group.code,
    action: f.group.action,
    entity: f.group.entity === null ? null : { id: data.entities[f.group.entity][0], name: data.entities[f.group.entity][1] },
    proposed: f.group.replacement,
    ...decisions.get(f.id),
  });
  const reviewed = () => ({
    ...data.document,
    signature: data.signature,
    decisions: findings.filter((f) => decisions.has(f.id)).map(record),
  });

  // Under the hash of the text: what an export holds of this document, which the index of a corpus gathers.
  const STORE = "zhengming:" + data.document.sha256;
  const keep = () => {
    try {
      const made = reviewed();
      if (made.decisions.length) localStorage.setItem(STORE, JSON.stringify(made));
      else localStorage.removeItem(STORE);
    } catch {
      tell("This browser keeps no decisions, its storage is full or closed: export them before you leave the page.");
    }
  };

  // Takes decisions in, and returns those that fit none of the findings.
  const take = (made) => {
    const byId = new Map(findings.map((f) => [f.id, f])), lost = [];
    for (const each of made.filter((one) => one && typeof one === "object")) {
      const f = byId.get(each.finding);
      const fits = f && f.start === each.start && f.end === each.end && original.slice(f.from, f.to) === each.surface;
      const whole = VERDICTS.includes(each.decision) && (each.decision !== "accepted" || typeof each.replacement === "string");
      if (fits && whole) decisions.set(f.id, { decision: each.decision, replacement: each.replacement ?? null });
      else lost.push(each);
    }
    if (lost.length) {
      const named = lost.slice(0, 5).map((each) => `“${String(each.surface).slice(0, 40)}” (${each.decision})`).join(", ");
      const more = lost.length > 5 ? ` and ${lost.length - 5} more` : "";
      tell(`${lost.length === 1 ? "One decision no longer fits" : `${lost.length} decisions no longer fit`} this text: ${named}${more}.`);
    }
    return lost;
  };
  const recall = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(STORE));
      if (kept && Array.isArray(kept.decisions)) take(kept.decisions);
    } catch {
      // What cannot be read was not written by this page.
    }
  };

  // `made` is a decision for each finding: one gesture, undone at once.
  const decide = (made) => {
    const before = new Map(), changed = new Set();
    const set = (f, decision) => {
      if (!before.has(f.id)) before.set(f.id, decisions.get(f.id));
      if (decision) decisions.set(f.id, decision);
      else decisions.delete(f.id);
      changed.add(f);
    };
    for (const [f, decision] of made) {
      set(f, decision);
      if (effect(f) === null) continue;
      for (const other of neighbours[f.at]) {
        if (effect(other) !== null) set(other, { decision: "rejected", replacement: null });
      }
    }
    if (!changed.size) return;
    undone.push(before);
    tell("");
    keep();
    filter();
    redraw(changed);
  };
  const undo = () => {
    const before = undone.pop();
    if (!before) return;
    const changed = findings.filter((f) => before.has(f.id));
    tell("");
    for (const f of changed) {
      const decision = before.get(f.id);
      if (decision) decisions.set(f.id, decision);
      else decisions.delete(f.id);
    }
    keep();
    filter();
    redraw(changed);
  };

  const accepted = (f) => {
    const made = decisions.get(f.id);
    const replacement = made && made.decision === "accepted" ? made.replacement : f.group.replacement;
    return replacement === null ? null : { decision: "accepted", replacement };
  };
  const decisionOf = (f, name) => (name === "accepted" ? accepted(f) : { decision: name, replacement: null });
  const scoped = (scope) => {
    const f = findings[current];
    if (scope === "same" || (scope === "entity" && f.group.entity === null)) return findings.filter((other) => alike(f, other));
    if (scope === "entity") return findings.filter((other) => other.group.entity === f.group.entity);
    return [f];
  };
  const alike = (f, other) => other.group.surface === f.group.surface && other.group.entity === f.group.entity && other.group.code === f.group.code;

  const verdict = (name, scope) => {
    if (current < 0) return;
    const targets = scoped(scope);
    const made = targets.map((f) => [f, decisionOf(f, name)]).filter(([, decision]) => decision);
    if (!made.length) {
      const typed = $("typed");
      if (typed) typed.focus();
      return;
    }
    const one = targets.length === 1 && stateOf(targets[0]) === name;
    decide(one ? [[targets[0], null]] : made);
    if (made.length > 1) tell(`${made.length} findings ${name}.`);
  };
  const choose = (replacement, scope) => {
    const f = findings[current];
    const targets = scope === "one" ? [f] : scoped(scope).filter((other) => alike(f, other));
    decide(targets.map((target) => [target, { decision: "accepted", replacement }]));
    if (targets.length > 1) tell(`${targets.length} findings accepted as “${replacement}”.`);
  };

  // ---------- the panel

  const button = (label, pressed, act, key) => {
    const made = element("button", "", label);
    made.type = "button";
    if (pressed !== null) made.setAttribute("aria-pressed", String(pressed));
    if (key) made.append(" ", element("kbd", "", key));
    made.addEventListener("click", act);
    return made;
  };
  let scope = "one";
  const scopes = (f) => {
    const options = [["one", "only here"]], same = scoped("same").length, all = scoped("entity").length;
    if (same > 1) options.push(["same", `“${f.group.surface.slice(0, 40)}”, ${same} times`]);
    if (all > same) options.push(["entity", `all of ${data.entities[f.group.entity][1]}, ${all} times`]);
    if (options.length === 1) return "";
    const set = element("fieldset", "scope");
    set.append(element("legend", "hide", "Decide for"));
    for (const [value, text] of options) {
      const label = element("label"), input = element("input");
      Object.assign(input, { type: "radio", name: "scope", value, checked: value === scope });
      input.addEventListener("change", () => { scope = value; });
      label.append(input, show(element("span"), text));
      set.append(label);
    }
    return set;
  };
  const verdicts = (f) => {
    const row = element("div", "verdicts"), state = stateOf(f);
    for (const [name, label, key] of [["accepted", "Accept", "a"], ["rejected", "Reject", "r"], ["unsure", "Unsure", "u"]]) {
      row.append(button(label, state === name, () => verdict(name, scope), key));
      row.lastChild.dataset.verdict = name;
    }
    return row;
  };
  const choices = (f) => {
    const row = element("div", "choices");
    const chosen = (text) => stateOf(f) === "accepted" && effect(f) === text;
    const offered = f.group.alternatives.filter(([text]) => text !== f.group.replacement);
    for (const [text, confidence] of offered) {
      const made = button("", chosen(text), () => choose(text, scope));
      made.append(show(element("span"), text), " ", element("span", "weight", confidence));
      row.append(made);
    }
    const form = element("form", "typing"), label = element("label", "", "Something else "), input = element("input");
    const typed = stateOf(f) === "accepted" && effect(f) !== f.group.replacement && !offered.some(([text]) => chosen(text));
    Object.assign(input, { id: "typed", type: "text", autocomplete: "off", value: typed ? effect(f) : "" });
    label.append(input);
    const use = element("button", "", "Use");
    form.append(label, use);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      choose(input.value, scope);
    });
    row.append(form);
    return row;
  };
  const head = (f) => {
    const made = element("p", "head"), shown = findings.filter((other) => other.shown);
    const controls = [["‹", "Previous", () => step(-1, false)], ["›", "Next", () => step(1, false)], ["×", "Close", () => select(-1)]];
    const [previous, next, close] = controls.map(([sign, name, act]) => {
      const control = button(sign, null, act);
      control.setAttribute("aria-label", name);
      return control;
    });
    const at = shown.indexOf(f);
    previous.disabled = at === 0;
    next.disabled = at === shown.length - 1;
    made.append(previous, next, element("span", "", at < 0 ? "hidden by the filters" : `${at + 1} of ${shown.length}`), close);
    return made;
  };
  function panel() {
    const box = $("panel"), f = findings[current];
    box.hidden = !f;
    $("start").hidden = Boolean(f) || findings.length === 0;
    document.body.classList.toggle("reviewing", Boolean(f));
    if (!f) return;
    const active = box.contains(document.activeElement) ? document.activeElement : null;
    const focused = active && (active.dataset.verdict ? `[data-verdict="${active.dataset.verdict}"]` : active.ariaLabel ? `[aria-label="${active.ariaLabel}"]` : null);
    const card = $("c" + f.number).cloneNode(true);
    card.removeAttribute("id");
    card.querySelectorAll("[id]").forEach((node) => node.removeAttribute("id"));
    card.querySelector(".places").remove();
    const chosen = effect(f);
    if (stateOf(f) === "accepted" && chosen !== f.group.replacement) {
      const what = card.querySelector(".what");
      what.querySelectorAll("ins, .arrow, .note").forEach((node) => node.remove());
      what.append(element("span", "arrow", " → "), chosen ? show(element("ins"), chosen) : element("span", "note", "deleted"));
    }
    card.querySelector(".status").after(scopes(f), verdicts(f), choices(f));
    box.replaceChildren(head(f), card);
    box.parentElement.scrollTop = 0;
    if (focused) box.querySelector(focused).focus();
  }

  function select(at, focus) {
    const before = findings[current];
    if (before) before.node.classList.remove("current");
    current = at;
    scope = "one";
    panel();
    const f = findings[current];
    if (f) {
      f.node.classList.add("current");
      const target = twins.get(f) && root.dataset.side ? twins.get(f) : f.node;
      document.querySelectorAll(".twin.current").forEach((node) => node.classList.remove("current"));
      target.classList.add("current");
      target.scrollIntoView({ block: "center" });
      if (focus && target === f.node) f.node.querySelector("a").focus({ preventScroll: true });
    }
    remember();
  }
  const step = (by, focus = true) => {
    const from = current < 0 && by < 0 ? findings.length : current;
    for (let at = from + by; at >= 0 && at < findings.length; at += by) {
      if (findings[at].shown) return select(at, focus);
    }
  };

  // The next finding that is open, from the current one on and round to it.
  const stepToOpen = () => {
    for (let by = 1; by <= findings.length; by += 1) {
      const at = (current + by) % findings.length;
      if (findings[at].shown && stateOf(findings[at]) === "open") return select(at, true);
    }
    tell("No finding is open.");
  };

  // ---------- views

  const twins = new Map();
  const view = () => document.querySelector("input[name=view]:checked").value;
  const beside = () => {
    document.querySelectorAll("#beside").forEach((node) => node.remove());
    twins.clear();
    root.hidden = view() === "side";
    if (!root.hidden) {
      delete root.dataset.side;
      return;
    }
    root.dataset.side = "1";
    const box = element("div");
    box.id = "beside";
    box.append(element("h2", "", "Original"), element("h2", "", "Corrected"));
    for (const line of root.children) {
      for (const side of ["was", "now"]) {
        const copy = line.cloneNode(true);
        copy.classList.add(side);
        copy.querySelectorAll(".f").forEach((node) => twin(node, side));
        box.append(copy);
      }
    }
    root.after(box);
  };
  const twin = (node, side) => {
    const f = findings[Number(node.id.slice(1))];
    node.removeAttribute("id");
    node.classList.add("twin");
    node.dataset.at = f.at;
    if (side === "now") twins.set(f, node);
    if (side === "was") node.querySelectorAll("a").forEach((link) => link.remove());
  };

  // ---------- filters, and the state in the address

  const form = $("filters");
  const pressed = () => [...form.querySelectorAll("[data-action][aria-pressed=true]")].map((node) => node.dataset.action);
  const passes = (f, actions, wanted) =>
    (!actions.length || actions.includes(f.group.action)) &&
    (!wanted.state || stateOf(f) === wanted.state) &&
    (!wanted.category || f.group.category === wanted.category) &&
    (!wanted.severity || f.group.severity === wanted.severity) &&
    (!wanted.entity || (f.group.entity !== null && data.entities[f.group.entity][0] === wanted.entity)) &&
    (!wanted.rule || f.group.code === wanted.rule) &&
    (Number(wanted.min) === 0 || (f.group.confidence !== null && f.group.confidence * 100 >= Number(wanted.min)));
  const filter = () => {
    const actions = pressed(), wanted = Object.fromEntries(new FormData(form));
    const cards = new Set();
    for (const f of findings) {
      f.shown = passes(f, actions, wanted);
      f.node.classList.toggle("dim", !f.shown);
      if (f.shown) cards.add(f.number);
    }
    document.querySelectorAll("#findings .card").forEach((card) => { card.hidden = !cards.has(Number(card.id.slice(1))); });
    document.querySelectorAll(".subject").forEach((subject) => { subject.hidden = !subject.querySelector(".card:not([hidden])"); });
    $("least").textContent = wanted.min + " %";
    progress();
    remember();
  };
  const FIELDS = ["state", "category", "severity", "entity", "rule", "min"];
  function remember() {
    const state = new URLSearchParams();
    if (view() !== "inline") state.set("view", view());
    if (pressed().length) state.set("action", pressed().join(","));
    for (const name of FIELDS) {
      const value = form.elements[name].value;
      if (value && !(name === "min" && value === "0")) state.set(name, value);
    }
    if (current >= 0) state.set("at", findings[current].id);
    const hash = state.toString();
    if (hash !== location.hash.slice(1)) history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search);
  }
  const restore = () => {
    if (location.hash && !location.hash.includes("=")) return;
    const state = new URLSearchParams(location.hash.slice(1));
    const box = [...document.querySelectorAll("input[name=view]")].find((input) => input.value === (state.get("view") || "inline"));
    if (box) box.checked = true;
    const actions = (state.get("action") || "").split(",");
    form.querySelectorAll("[data-action]").forEach((node) => node.setAttribute("aria-pressed", String(actions.includes(node.dataset.action))));
    for (const name of FIELDS) form.elements[name].value = state.get(name) || (name === "min" ? "0" : "");
    const at = findings.findIndex((f) => f.id === state.get("at"));
    filter();
    beside();
    select(at);
    opened(Boolean(pressed().length || FIELDS.some((name) => state.get(name))));
  };
  const opened = (open) => {
    form.hidden = !open;
    $("filter").setAttribute("aria-expanded", String(open));
  };

  // ---------- out

  const download = (name, type, text) => {
    const link = element("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };
  const exported = () => ({ schema: "zhengming.decisions/1", documents: [reviewed()] });
  const bring = async (file) => {
    const before = new Map(findings.map((f) => [f.id, decisions.get(f.id)]));
    try {
      const made = JSON.parse(await file.text());
      if (made.schema !== exported().schema) throw new Error("schema");
      const ours = made.documents.filter((each) => each.sha256 === data.document.sha256);
      tell(ours.length ? "" : `${file.name} has no decisions on this text.`);
      take(ours.flatMap((each) => each.decisions));
    } catch {
      tell(`${file.name} is no file of decisions; choose one that a report exported.`);
    }
    const changed = findings.filter((f) => before.get(f.id) !== decisions.get(f.id));
    if (!changed.length) return;
    undone.push(new Map(changed.map((f) => [f.id, before.get(f.id)])));
    keep();
    filter();
    redraw(changed);
  };
  const copy = async () => {
    const text = correctedText();
    try {
      await navigator.clipboard.writeText(text);
      $("copy").textContent = "Copied";
    } catch {
      $("corrected").select();
      $("copy").textContent = "Selected: copy with the keyboard";
    }
  };

  // ---------- what a reviewer does

  const nextView = () => {
    const boxes = [...document.querySelectorAll("input[name=view]")];
    boxes[(boxes.findIndex((box) => box.checked) + 1) % boxes.length].checked = true;
    viewChanged();
  };
  const viewChanged = () => {
    beside();
    remember();
    if (current >= 0) select(current);
  };
  const toggleFilters = () => {
    opened(form.hidden);
    if (!form.hidden) form.querySelector("button").focus();
    else $("filter").focus();
  };
  const decideAndMove = (name) => {
    if (current < 0) return step(1);
    const at = current, stays = name === "accepted" && !accepted(findings[at]);
    verdict(name, scope);
    if (!stays && stateOf(findings[at]) === name) step(1);
  };
  const KEYS = {
    j: () => step(1),
    k: () => step(-1),
    n: stepToOpen,
    a: () => decideAndMove("accepted"),
    r: () => decideAndMove("rejected"),
    u: () => decideAndMove("unsure"),
    A: () => verdict("accepted", "entity"),
    R: () => verdict("rejected", "entity"),
    U: () => verdict("unsure", "entity"),
    z: undo,
    f: toggleFilters,
    v: nextView,
    "?": () => $("keys").showModal(),
    Escape: () => (form.hidden ? select(-1) : opened(false)),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || $("keys").open) return;
    if (event.target.closest("input:not([type=radio]), select, textarea") && event.key !== "Escape") return;
    const act = Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : null;
    if (!act) return;
    event.preventDefault();
    act();
  });
  document.addEventListener("click", (event) => {
    const node = event.target.closest(".f");
    if (!node) return;
    event.preventDefault();
    select(node.dataset.at ? Number(node.dataset.at) : Number(node.id.slice(1)));
  });
  document.querySelectorAll(".places a").forEach((link) => link.addEventListener("click", (event) => {
    event.preventDefault();
    select(Number(link.hash.slice(2)), true);
  }));
  document.querySelectorAll("input[name=view]").forEach((input) => input.addEventListener("change", viewChanged));
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => {
    form.querySelectorAll("[data-action]").forEach((node) => node.setAttribute("aria-pressed", "false"));
    filter();
  }));
  form.querySelectorAll("[data-action]").forEach((node) => node.addEventListener("click", () => {
    node.setAttribute("aria-pressed", String(node.getAttribute("aria-pressed") !== "true"));
    filter();
  }));
  $("filter").addEventListener("click", toggleFilters);
  $("undo").addEventListener("click", undo);
  $("help").addEventListener("click", () => $("keys").showModal());
  $("export").addEventListener("click", () => download("decisions.json", "application/json", JSON.stringify(exported(), null, 1) + "\n"));
  $("import").addEventListener("click", () => $("file").click());
  $("file").addEventListener("change", () => {
    const [file] = $("file").files;
    $("file").value = "";
    if (file) bring(file);
  });
  $("begin").addEventListener("click", stepToOpen);
  $("dismiss").addEventListener("click", () => tell(""));
  $("copy").addEventListener("click", copy);
  $("save").addEventListener("click", () => download((data.document.id.replace(/[^\p{L}\p{N}_.-]+/gu, "_").slice(0, 100) || "text") + ".txt", "text/plain;charset=utf-8", correctedText()));
  $("live").firstElementChild.addEventListener("toggle", () => { $("corrected").value = correctedText(); });
  addEventListener("hashchange", restore);

  document.documentElement.classList.add("scripted");
  recall();
  for (const f of findings) f.shown = true;
  redraw(findings.filter((f) => decisions.has(f.id)));
  restore();
})();
