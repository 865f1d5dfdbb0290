"""What a contact sheet does in a browser beyond showing itself: counts, a larger view, arrow keys. It works without."""

from __future__ import annotations

SCRIPT = """
"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const view = document.querySelector("dialog");
  const [large, told, at] = [".large img", ".told", ".at"].map(selector => view.querySelector(selector));
  const shown = () => all("button.photo").filter(photo => photo.offsetParent);
  let current = null;

  document.documentElement.classList.add("js");
  for (const [name, selector] of [["all", ".frame"], ["groups", ".group:not(.singles) .frame"], ["keepers", ".keeper"],
                                  ["rejects", ".reject_candidate"]])
    document.querySelector(`.for-${name} output`).textContent = all(selector).length;

  const show = photo => {
    if (!photo) return;
    current = photo;
    const figure = photo.closest("figure"), photos = shown(), small = photo.querySelector("img");
    Object.assign(large, { src: small.src, alt: small.alt, width: 2 * small.naturalWidth, height: 2 * small.naturalHeight });
    told.className = `told ${figure.className.replace("frame", "")}`;
    told.replaceChildren(figure.closest("section").querySelector("h2").cloneNode(true),
                         ...figure.querySelector("figcaption").cloneNode(true).children);
    at.textContent = `${photos.indexOf(photo) + 1} of ${photos.length}`;
    if (!view.open) view.showModal();
  };
  const near = (photos, photo, key) => {
    const place = photos.indexOf(photo);
    if (key === "ArrowLeft") return photos[place - 1];
    if (key === "ArrowRight") return photos[place + 1];
    if (key === "Home") return photos[0];
    if (key === "End") return photos.at(-1);
    const from = photo.getBoundingClientRect(), way = key === "ArrowDown" ? 1 : -1;
    const far = other => {
      const box = other.getBoundingClientRect(), rows = way * (box.top - from.top);
      return rows > from.height / 2 ? rows * 3 + Math.abs(box.left + box.width / 2 - from.left - from.width / 2) : Infinity;
    };
    const best = photos.reduce((one, other) => far(other) < far(one) ? other : one, photo);
    return best === photo ? undefined : best;
  };
  const SIDEWAYS = { ArrowUp: "ArrowLeft", ArrowDown: "ArrowRight" };

  document.addEventListener("click", event => {
    const photo = event.target.closest("button.photo"), step = event.target.closest("[data-key]");
    if (photo) show(photo);
    else if (step) show(near(shown(), current, step.dataset.key));
    else if (view.open && event.target.closest(".close, .large")) view.close();
    else if (view.open && event.target.closest("a")) {
      event.preventDefault();
      show(document.querySelector(`${event.target.closest("a").hash} button.photo`));
    }
  });
  document.addEventListener("keydown", event => {
    const from = view.open ? current : document.activeElement.closest("button.photo");
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
