"""How a contact sheet looks: neutral greys, because photographs are judged on grey; light on paper."""

from __future__ import annotations

STYLE = """
:root {
  color-scheme: dark;
  --page: #262626; --panel: #2f2f2f; --mat: #1f1f1f; --line: #454545;
  --text: #ececec; --soft: #b4b4b4; --keep: #8ecbe0; --warn: #e2bb6c;
  --card: clamp(11rem, 14.5vw, 17.5rem);
}
* { box-sizing: border-box; }
html { scroll-padding-top: 4.5rem; }
body { margin: 0; background: var(--page); color: var(--text);
  font: 0.875rem/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  font-variant-numeric: tabular-nums; }
p, h1, h2, ul, figure { margin: 0; padding: 0; }
.page { max-width: 150rem; margin: 0 auto; padding: 0 clamp(0.6rem, 1.6vw, 2rem); }
:focus-visible { outline: 3px solid #fff; outline-offset: 2px; }

header.page { padding-top: 1.8rem; padding-bottom: 0.9rem; }
h1 { font-size: 1.6rem; font-weight: 600; line-height: 1.2; overflow-wrap: anywhere; }
.promise { margin-top: 0.3rem; color: var(--soft); }

.bar { position: sticky; top: 0; z-index: 2; background: var(--page); border-bottom: 1px solid var(--line); }
.bar .page { display: flex; align-items: center; gap: 1rem; min-height: 3.4rem; }
.bar fieldset { display: flex; gap: 2px; margin: 0 0 0 auto; padding: 3px; border: 0; border-radius: 0.5rem;
  background: var(--mat); }
.bar legend, .bar input { position: absolute; opacity: 0; width: 1px; height: 1px; margin: 0; overflow: hidden;
  clip-path: inset(50%); }
.bar label { padding: 0.35rem 0.8rem; border-radius: 0.35rem; color: var(--soft); white-space: nowrap; cursor: pointer; }
.bar label:hover { color: var(--text); }
.bar label:has(:checked) { background: #585858; color: #fff; }
.bar label:has(:focus-visible) { outline: 3px solid #fff; outline-offset: 1px; }
.bar output { margin-left: 0.3em; opacity: 0.75; }
body:not(:has(.singles)) .for-groups, body:not(:has(.group:not(.singles))) .for-groups,
body:not(:has(.keeper)) .for-keepers, body:not(:has(.reject_candidate)) .for-rejects,
body:not(:has(.singles)):not(:has(.keeper)) fieldset { display: none; }
body:has(#only-groups:checked) .singles,
body:has(#only-keepers:checked) .frame:not(.keeper),
body:has(#only-keepers:checked) .group:not(:has(.keeper)),
body:has(#only-rejects:checked) .frame:not(.reject_candidate),
body:has(#only-rejects:checked) .group:not(:has(.reject_candidate)) { display: none; }

main.page { display: flex; flex-wrap: wrap; gap: 1rem; padding-top: 1rem; padding-bottom: 2rem; }
.group { --width: var(--card); --height: calc(var(--width) / 1.5);
  flex-grow: 1; max-width: 100%; padding: 0.85rem 1rem 1rem; border-radius: 0.6rem; background: var(--panel); }
.tall { --width: calc(var(--card) * 0.8); --height: calc(var(--width) / 0.75); }
.mixed { --height: calc(var(--width) / 1.2); }
.singles { flex-basis: 100%; }
.heading { width: 0; min-width: 100%; margin-bottom: 0.75rem; }
h2 { font-size: 1rem; font-weight: 400; line-height: 1.35; }
h2 b { font-weight: 650; }
.tally { color: var(--soft); }
.whole .tally::before { content: ""; display: inline-block; width: 0.6em; height: 0.6em; margin-right: 0.45em;
  border: 2px solid var(--keep); border-radius: 2px; }
.frames { display: flex; flex-wrap: wrap; gap: 1.1rem 0.9rem; }
.frame { width: var(--width); }

.mat { display: flex; align-items: flex-end; height: var(--height); }
.photo { display: block; padding: 0; border: 0; border-radius: 3px; background: var(--mat); }
.photo img { display: block; width: auto; height: auto; max-width: var(--width); max-height: var(--height); border-radius: 3px; }
.js .photo { cursor: zoom-in; }
.blank span { display: grid; place-items: center; width: 100%; height: 100%; padding: 1rem; border: 1px dashed var(--line);
  border-radius: 3px; background: var(--mat); color: var(--soft); text-align: center; }
.keeper .photo { box-shadow: 0 0 0 3px var(--keep); }
.whole .photo, .singles .photo { box-shadow: none; }
.reject_candidate .photo { outline: 1px dashed var(--warn); outline-offset: 2px; }
.reject_candidate .photo:focus-visible { outline: 3px solid #fff; }
.reject_candidate img { opacity: 0.42; }
body:has(#only-rejects:checked) img, .reject_candidate .photo:hover img, .reject_candidate .photo:focus-visible img { opacity: 1; }

figcaption { margin-top: 0.6rem; overflow-wrap: anywhere; }
.verdict { display: flex; flex-wrap: wrap; align-items: center; gap: 0.15rem 0.55rem; margin-bottom: 0.2rem; }
.badge { padding: 0 0.5em; border: 1px solid var(--line); border-radius: 0.3rem; color: var(--soft); font-size: 0.8125rem; }
.keeper .badge { border-color: var(--keep); background: var(--keep); color: #10242b; font-weight: 650; }
.whole .keeper .badge, .singles .keeper .badge { background: none; color: var(--keep); font-weight: 400; }
.reject_candidate .badge { border: 1px dashed var(--warn); color: var(--warn); font-weight: 600; }
.place, .facts, .alternate .reasons { color: var(--soft); }
.tie { font-style: italic; }
.name { font-weight: 600; user-select: all; }
.facts { font-size: 0.8125rem; }
.reasons { margin-top: 0.25rem; list-style: none; }
.reasons li + li { margin-top: 0.1rem; }
.reasons a { display: inline-block; color: inherit; text-decoration: underline var(--line); text-underline-offset: 2px; }
.reasons a:hover { color: #fff; text-decoration-color: currentcolor; }
.frame:target figcaption { outline: 1px solid var(--soft); outline-offset: 5px; border-radius: 2px; }
main:has(figure) .nothing { display: none; }
.nothing { width: 100%; padding: 4rem 1rem; text-align: center; color: var(--soft); }

dialog { width: 100vw; height: 100vh; height: 100dvh; max-width: none; max-height: none; padding: 0; border: 0;
  background: #1c1c1c; color: var(--text); }
dialog[open] { display: grid; grid-template: minmax(0, 1fr) auto / minmax(0, 1fr) 21rem; }
dialog::backdrop { background: #1c1c1c; }
.large { display: flex; align-items: center; justify-content: center; min-height: 0; padding: 1.5rem; grid-row: 1 / 3; }
.large img { max-width: 100%; max-height: 100%; object-fit: contain; }
.about { padding: 1.5rem 1.5rem 1.5rem 0; overflow: auto; }
.about .caution { margin-top: 1rem; color: var(--soft); }
.about h2 { margin-bottom: 1rem; color: var(--soft); font-size: 0.875rem; }
.about .reasons, .about .facts { color: var(--text); font-size: 0.9375rem; }
.keys { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; padding: 0 1.5rem 1.5rem 0; }
.keys button { padding: 0.45rem 0.9rem; border: 1px solid var(--line); border-radius: 0.4rem; background: var(--panel);
  color: var(--text); font: inherit; cursor: pointer; }
.keys button:hover { background: #484848; }
.keys span { color: var(--soft); }

@media (max-width: 60rem) {
  :root { --card: calc((100vw - 6.5rem) / 4); }
  header.page { padding-top: 1rem; padding-bottom: 0.4rem; }
  .bar .page { flex-wrap: wrap; gap: 0.4rem; padding-top: 0.4rem; padding-bottom: 0.5rem; }
  .bar fieldset { margin: 0; width: 100%; overflow-x: auto; }
  .bar label { flex: 1 0 auto; padding: 0.35rem 0.5rem; text-align: center; }
  main.page { gap: 0.7rem; padding-top: 0.7rem; }
  .group { width: 100%; padding: 0.7rem; }
  .frames { gap: 1rem 0.7rem; }
}
@media (max-width: 46rem) {
  :root { --card: calc((100vw - 5.4rem) / 3); }
  dialog[open] { grid-template: minmax(0, 1fr) auto auto / minmax(0, 1fr); }
  .large { grid-row: auto; padding: 0.6rem; }
  .about { max-height: 38vh; padding: 0 0.8rem; }
  .about h2, .about .caution { margin: 0.4rem 0; }
  .keys { padding: 0.8rem; }
}
@media (max-width: 36rem) {
  :root { --card: calc((100vw - 4.4rem) / 2); }
  .bar output { display: none; }
}
@media (prefers-contrast: more) { :root { --soft: #e0e0e0; --line: #8a8a8a; } .reject_candidate img { opacity: 0.7; } }

@page { margin: 12mm; }
@media print {
  :root { color-scheme: light; --page: #fff; --panel: #fff; --mat: #f2f2f2; --line: #999; --text: #000; --soft: #444;
    --keep: #000; --warn: #000; --card: 34mm; font-size: 9.5pt; }
  .page { max-width: none; }
  .bar fieldset, dialog { display: none; }
  header.page, main.page, .bar .page { padding: 0; }
  .bar { position: static; border: 0; }
  .bar .page { min-height: 0; padding-bottom: 3mm; }
  main.page { gap: 0 5mm; }
  .group { padding: 2.5mm 0 5mm; border-top: 1px solid #999; border-radius: 0; }
  .heading { break-inside: avoid; break-after: avoid; }
  .group:not(.singles), .frame { break-inside: avoid; }
  .frames { display: block; }
  .frame { display: inline-block; padding: 1mm 0 3mm; margin-right: 2mm; vertical-align: top; }
  .tall { --width: 30mm; }
  .reject_candidate .photo { outline-offset: -1px; }
  .reject_candidate img { opacity: 0.6; }
  .badge { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .keeper .badge { background: #000; color: #fff; }
  .whole .keeper .badge, .singles .keeper .badge { background: none; color: #000; }
}
"""
"""The page's one style sheet; it names no file, no font and no address."""
