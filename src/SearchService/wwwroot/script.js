// What the pages can do without it, they do without it: this adds suggestions, results while typing, and the drag over the dates.
"use strict";
(() => {
  const form = document.getElementById("recherche");
  const field = document.getElementById("q");
  const status = document.getElementById("annonce");
  const live = () => document.querySelector("[data-live]");
  const pause = 250; // ms without a key: somebody waits for what they typed

  // --- Results without leaving the page ---

  let running; // the request that may still change the page
  let typing = false; // whether the last step in the history is that of what is being typed
  let shown = location.pathname + location.search;

  // The fields of the form as the shortest address: what is empty is not said.
  const address = () => {
    const said = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (value.trim()) said.append(name, value.trim());
    }
    const query = said.toString();
    return query ? "/?" + query : "/";
  };

  const opened = () => new Map([...document.querySelectorAll("main details[id]")].map(details => [details.id, details.open]));

  // What had the focus may have gone with the old results; its like in the new ones takes it over.
  const focusLike = old => {
    if (!old || document.contains(old)) return;
    const like = old.name
      ? [...document.getElementsByName(old.name)].find(other => other.type === old.type && (old.type !== "checkbox" || other.value === old.value))
      : [...document.querySelectorAll("main a[href]")].find(other => other.textContent === old.textContent);
    (like || document.getElementById("contenu")).focus({ preventScroll: true });
  };

  const swap = (html, stay) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const next = page.querySelector("[data-live]");
    if (!next) return false;
    const open = opened();
    const focused = document.activeElement;
    live().replaceWith(document.adoptNode(next));
    for (const [id, isOpen] of open) {
      const details = document.getElementById(id);
      if (details) details.open = isOpen;
    }
    document.title = page.title;
    for (const link of document.head.querySelectorAll("link[rel=alternate]")) link.remove();
    document.head.append(...page.head.querySelectorAll("link[rel=alternate]"));
    focusLike(focused);
    if (!stay) scrollTo({ top: 0, behavior: "instant" });
    const heading = document.querySelector("[data-announce]") || document.querySelector("[role=alert]");
    status.textContent = heading ? heading.textContent.replace(/\s+/g, " ").trim() : "";
    dates();
    return page.getElementById("q").value;
  };

  // The step in the history: "push" one that Back undoes, "replace" the last one, "type" the one of what is being typed, "none" if the browser went it.
  const show = async (url, step, { stay = false, refill = false } = {}) => {
    running?.abort();
    const request = running = new AbortController();
    live().setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(url, { signal: request.signal, headers: { accept: "text/html" } });
      const html = await answer.text();
      if (request.signal.aborted) return;
      if (step === "replace" || (step === "type" && typing)) {
        history.replaceState(null, "", url);
      } else if (step !== "none") {
        history.replaceState({ y: scrollY }, "");
        history.pushState(null, "", url);
        typing = step === "type";
      }
      const text = swap(html, stay);
      if (text === false) return location.assign(url);
      shown = url;
      if (refill) field.value = text; // otherwise the field is the reader's, who may have typed on
    } catch (error) {
      if (error.name !== "AbortError") location.assign(url); // the browser tells best what is wrong with the network
    } finally {
      if (running === request) {
        running = undefined;
        live()?.removeAttribute("aria-busy");
      }
    }
  };

  const search = (step, stay) => {
    const url = address();
    if (url === shown) running?.abort();
    else show(url, step, { stay });
  };

  let waiting;
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, pause, "type");
  };

  const committed = () => {
    clearTimeout(waiting);
    typing = false;
  };

  form.addEventListener("submit", event => {
    closeChoices();
    if (!live()) return;
    event.preventDefault();
    const before = typing;
    committed();
    search(before ? "replace" : "push");
  });

  document.addEventListener("change", event => {
    const input = event.target;
    if (input.form !== form || input === field) return;
    committed();
    search("push", true);
  });

  document.addEventListener("click", event => {
    const link = event.target.closest?.("[data-live] a[href^='/?']");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    committed();
    show(link.getAttribute("href"), "push", { stay: !link.rel, refill: true });
  });

  addEventListener("popstate", async event => {
    if (!live() || location.pathname !== "/") return;
    committed();
    const url = location.pathname + location.search;
    if (url === shown) return; // a jump within the page
    await show(url, "none", { stay: true, refill: true });
    scrollTo({ top: event.state?.y ?? 0, behavior: "instant" });
  });

  // --- Suggestions: a combobox with a list ---

  const list = document.createElement("ul");
  list.id = "choix";
  list.className = "choices";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  field.after(list);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id], ["aria-expanded", "false"]]) {
    field.setAttribute(name, value);
  }

  const kinds = { topic: "sujet", story: "dossier", headline: "article" };
  let chosen = -1;
  let typed = "";
  let asked;

  const closeChoices = () => {
    asked?.abort();
    clearTimeout(askingSoon);
    list.hidden = true;
    chosen = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };

  const element = (name, text, className) => {
    const made = document.createElement(name);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  const offer = suggestions => {
    list.replaceChildren(...suggestions.map((suggestion, i) => {
      const option = document.createElement("li");
      option.id = "choix-" + i;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.kind = suggestion.kind;
      option.dataset.text = suggestion.text;
      const kind = kinds[suggestion.kind];
      const count = suggestion.kind === "headline" ? "" : suggestion.count.toLocaleString("fr-FR") + (suggestion.count > 1 ? "\u00a0articles" : "\u00a0article");
      option.append(element("span", suggestion.text), element("span", [kind, count].filter(Boolean).join(" · "), "kind"));
      return option;
    }));
    chosen = -1;
    field.removeAttribute("aria-activedescendant");
    list.hidden = !suggestions.length;
    field.setAttribute("aria-expanded", String(!list.hidden));
    if (!list.hidden && !live()) status.textContent = suggestions.length + (suggestions.length > 1 ? " suggestions" : " suggestion");
  };

  const ask = async () => {
    asked?.abort();
    const request = asked = new AbortController();
    const text = field.value;
    if (!text.trim()) return closeChoices();
    try {
      const answer = await fetch("/api/suggest?size=6&q=" + encodeURIComponent(text), { signal: request.signal });
      if (!answer.ok) return closeChoices();
      const { suggestions } = await answer.json();
      if (!request.signal.aborted && document.activeElement === field) {
        typed = text;
        offer(suggestions);
      }
    } catch (error) {
      if (error.name !== "AbortError") closeChoices(); // without suggestions the field is a field
    }
  };

  const select = number => {
    const options = [...list.children];
    chosen = (number + options.length + 1) % (options.length + 1); // one place more: back to what was typed
    if (chosen === options.length) chosen = -1;
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === chosen)));
    field.value = chosen < 0 || options[chosen].dataset.kind === "topic" || options[chosen].dataset.kind === "story" ? typed : options[chosen].dataset.text;
    if (chosen < 0) field.removeAttribute("aria-activedescendant");
    else {
      field.setAttribute("aria-activedescendant", options[chosen].id);
      options[chosen].scrollIntoView({ block: "nearest" });
    }
  };

  const go = option => {
    const { kind, text } = option.dataset;
    closeChoices();
    committed();
    if (kind === "topic" || kind === "story") {
      const url = "/?" + new URLSearchParams([[kind, text]]);
      if (live()) show(url, "push", { refill: true });
      else location.assign(url);
      return;
    }
    field.value = text;
    form.requestSubmit();
  };

  let askingSoon;
  field.addEventListener("input", () => {
    clearTimeout(askingSoon);
    askingSoon = setTimeout(ask, 90);
    if (live()) later();
  });

  field.addEventListener("keydown", event => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) ask();
      else select(event.key === "ArrowDown" ? chosen + 1 : (chosen < 0 ? list.children.length : chosen) - 1);
    } else if (event.key === "Enter" && chosen >= 0 && !list.hidden) {
      event.preventDefault();
      go(list.children[chosen]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      if (chosen >= 0) field.value = typed;
      closeChoices();
    } else if (event.key === "Tab") {
      closeChoices();
    }
  });

  field.addEventListener("blur", closeChoices);
  list.addEventListener("pointerdown", event => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", event => {
    const option = event.target.closest("[role=option]");
    if (option) go(option);
  });

  document.addEventListener("keydown", event => {
    if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !event.target.closest("input, select, textarea, [contenteditable]")) {
      event.preventDefault();
      field.select();
      field.focus();
    }
  });

  // --- Dates: a drag over the bars, or the arrows with Shift ---

  const range = (from, to) => {
    document.getElementsByName("from")[0].value = from;
    document.getElementsByName("to")[0].value = to;
    committed();
    search("push", true);
  };

  const dates = () => {
    const chart = document.querySelector(".histogram");
    if (!chart) return;
    const bars = [...chart.querySelectorAll("a")];
    let first = -1;
    let last = -1;
    const mark = () => bars.forEach((bar, i) => bar.classList.toggle("in", first >= 0 && i >= Math.min(first, last) && i <= Math.max(first, last)));
    const take = () => range(bars[Math.min(first, last)].dataset.from, bars[Math.max(first, last)].dataset.to);
    const clear = () => {
      first = last = -1;
      mark();
    };
    const at = event => {
      const box = chart.getBoundingClientRect();
      return Math.max(0, Math.min(bars.length - 1, Math.floor((event.clientX - box.left) / box.width * bars.length)));
    };

    // One stop for the Tab key; the arrows go on from there.
    bars.forEach((bar, i) => bar.setAttribute("tabindex", i ? "-1" : "0"));
    chart.addEventListener("pointerdown", event => {
      if (event.button || event.ctrlKey || event.metaKey) return;
      first = last = at(event);
      chart.setPointerCapture(event.pointerId);
      mark();
    });
    chart.addEventListener("pointermove", event => {
      if (first >= 0 && chart.hasPointerCapture(event.pointerId)) {
        last = at(event);
        mark();
      }
    });
    chart.addEventListener("pointerup", event => {
      if (first < 0) return;
      last = at(event);
      take();
    });
    chart.addEventListener("pointercancel", clear);
    chart.addEventListener("dragstart", event => event.preventDefault());
    chart.addEventListener("click", event => {
      if (event.detail && !event.ctrlKey && !event.metaKey) event.preventDefault(); // the pointer has already taken it; Enter follows the link
      event.stopPropagation();
    });
    chart.addEventListener("keydown", event => {
      const here = bars.indexOf(document.activeElement);
      const steps = { ArrowLeft: -1, ArrowRight: 1, Home: -here, End: bars.length - 1 - here };
      if (event.key in steps) {
        event.preventDefault();
        const next = Math.max(0, Math.min(bars.length - 1, here + steps[event.key]));
        if (event.shiftKey) {
          if (first < 0) first = here;
          last = next;
          mark();
        } else {
          clear();
        }
        bars.forEach((bar, i) => bar.setAttribute("tabindex", i === next ? "0" : "-1"));
        bars[next].focus();
      } else if (event.key === "Enter") {
        event.preventDefault();
        if (first < 0) first = last = here;
        take();
      } else if (event.key === "Escape") {
        clear();
      }
    });
  };
  dates();

  // --- Words found in an article: one after the other ---

  const marks = [...document.querySelectorAll("main mark[id]")];
  if (marks.length > 1) {
    const jump = step => {
      const now = marks.findIndex(mark => "#" + mark.id === location.hash);
      location.hash = marks[(now + step + (now < 0 && step < 0 ? 1 : 0) + marks.length) % marks.length].id;
    };
    const buttons = element("p", "", "jumps");
    for (const [label, step] of [["Précédent", -1], ["Suivant", 1]]) {
      const button = element("button", label);
      button.type = "button";
      button.addEventListener("click", () => jump(step));
      buttons.append(button, " ");
    }
    document.querySelector("#reperes p").after(buttons);
  }
})();
