"""What a contact sheet does in a browser beyond showing itself: counts, a larger view, arrow keys. It works without."""

from __future__ import annotations

SCRIPT = """
"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const view = document.querySelector("dialog");
  const [large, told, at] = [".large img", ".told", ".at"].map(selector => view.querySelector(selector));
  const shown = () => all("button.print").filter(print => print.offsetParent);
  let current = null;

  document.documentElement.classList.add("js");
  for (const [name, selector] of [["all", ".frame"], ["groups", ".group:not(.singles) .frame"], ["keepers", ".keeper"],
                                  ["rejects", ".reject_candidate"]])
    document.querySelector(`.for-${name} output`).textContent = all(selector).length;

  const show = print => {
    if (!print) return;
    current = print;
    const figure = print.closest("figure"), prints = shown(), small = print.querySelector("img");
    Object.assign(large, { src: small.src, alt: small.alt, width: 2 * small.naturalWidth, height: 2 * small.naturalHeight });
    told.className = `told ${figure.className.replace("frame", "")}`;
    told.replaceChildren(figure.closest("section").querySelector("h2").cloneNode(true),
                         ...figure.querySelector("figcaption").cloneNode(true).children);
    at.textContent = `${prints.indexOf(print) + 1} of ${prints.length}`;
    if (!view.open) view.showModal();
  };
  const near = (prints, print, key) => {
    const place = prints.indexOf(print);
    if (key === "ArrowLeft") return prints[place - 1];
    if (key === "ArrowRight") return prints[place + 1];
    if (key === "Home") return prints[0];
    if (key === "End") return prints.at(-1);
    const from = print.getBoundingClientRect(), way = key === "ArrowDown" ? 1 : -1;
    const far = other => {
      const box = other.getBoundingClientRect(), rows = way * (box.top - from.top);
      return rows > from.height / 2 ? rows * 3 + Math.abs(box.left + box.width / 2 - from.left - from.width / 2) : Infinity;
    };
    const best = prints.reduce((one, other) => far(other) < far(one) ? other : one, print);
    return best === print ? undefined : best;
  };
  const SIDEWAYS = { ArrowUp: "ArrowLeft", ArrowDown: "ArrowRight" };

  document.addEventListener("click", event => {
    const print = event.target.closest("button.print"), step = event.target.closest("[data-key]");
    if (print) show(print);
    else if (step) show(near(shown(), current, step.dataset.key));
    else if (view.open && event.target.closest(".close, .large")) view.close();
    else if (view.open && event.target.closest("a")) {
      event.preventDefault();
      show(document.querySelector(`${event.target.closest("a").hash} button.print`));
    }
  });
  document.addEventListener("keydown", event => {
    const from = view.open ? current : document.activeElement.closest("button.print");
    if (!from || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!/^(Arrow(Left|Right|Up|Down)|Home|End)$/.test(event.key)) return;
    event.preventDefault();
    const to = near(shown(), from, view.open ? SIDEWAYS[event.key] ?? event.key : event.key);
    if (view.open) show(to);
    else to?.focus();
  });
  view.addEventListener("close", () => current.focus());
})();
"""
"""Vanilla JavaScript; the page's policy lets no other run, and lets it fetch nothing."""
