"use strict";
// Every page works without this. It lights up what belongs together, copies, remembers searches, and shows progress.

const all = (what, within = document) => Array.from(within.querySelectorAll(what));

// An attribution in the text and its card light up together.
function light(names, on) {
  for (const name of names) {
    for (const piece of all(`[data-of~="${CSS.escape(name)}"], [data-card="${CSS.escape(name)}"]`)) piece.classList.toggle("lit", on);
  }
}
for (const piece of all("[data-of], [data-card]")) {
  const names = (piece.dataset.of || piece.dataset.card).split(" ");
  for (const [event, on] of [["mouseenter", true], ["focus", true], ["mouseleave", false], ["blur", false]]) {
    piece.addEventListener(event, () => light(names, on));
  }
  if (piece.dataset.of) piece.addEventListener("click", () => {
    const card = document.getElementById(`card-${names[names.length - 1]}`);
    if (card) { card.scrollIntoView({ block: "nearest" }); card.focus({ preventScroll: true }); }
  });
}

// A claim that an address leads to is opened.
function openTarget() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const details = target && target.querySelector && target.querySelector("details");
  if (details) details.open = true;
}
addEventListener("hashchange", openTarget);
openTarget();

for (const button of all("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const canonical = document.querySelector("link[rel=canonical]");
    await navigator.clipboard.writeText(canonical ? canonical.href : location.href);
    button.textContent = "Copied";
  });
}

// The moments of a story as a slider beside the list.
for (const list of all("select[data-slider]")) {
  const moments = Array.from(list.options).slice(1).concat(list.options[0]);
  if (moments.length < 3) continue;
  const slider = document.createElement("input");
  slider.type = "range"; slider.min = "0"; slider.max = String(moments.length - 1);
  slider.value = String(Math.max(0, moments.indexOf(list.selectedOptions[0])));
  slider.setAttribute("aria-label", "What was known as of");
  slider.setAttribute("aria-valuetext", list.selectedOptions[0].text);
  slider.addEventListener("input", () => { moments[Number(slider.value)].selected = true; slider.setAttribute("aria-valuetext", moments[Number(slider.value)].text); });
  slider.addEventListener("change", () => list.form.requestSubmit());
  list.after(slider);
}

// Saved searches stay in this browser.
const kept = "hearsay-searches";
function saved() { try { return JSON.parse(localStorage.getItem(kept)) || []; } catch { return []; } }
function keep(list) { try { localStorage.setItem(kept, JSON.stringify(list)); } catch { /* private window */ } }
function showSaved() {
  for (const box of all("[data-saved]")) {
    const list = box.querySelector("ul");
    list.replaceChildren();
    for (const one of saved()) {
      const item = document.createElement("li"), link = document.createElement("a"), drop = document.createElement("button");
      link.href = `/search?${one}`; link.textContent = Array.from(new URLSearchParams(one)).filter(([, v]) => v).map(([k, v]) => `${k}: ${v}`).join(" · ") || "everything";
      drop.type = "button"; drop.textContent = "Remove"; drop.addEventListener("click", () => { keep(saved().filter((x) => x !== one)); showSaved(); });
      item.append(link, " ", drop); list.append(item);
    }
    box.hidden = !saved().length;
  }
}
showSaved();
for (const button of all("[data-save]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const asked = new URLSearchParams(new FormData(button.form)).toString();
    keep([asked, ...saved().filter((one) => one !== asked)].slice(0, 50)); showSaved();
  });
}

// Files that are dropped anywhere on the page go into the field.
for (const field of all("input[data-drop]")) {
  for (const event of ["dragover", "dragleave", "drop"]) addEventListener(event, (given) => {
    given.preventDefault();
    field.classList.toggle("dropping", event === "dragover");
    if (event === "drop" && given.dataTransfer.files.length) field.files = given.dataTransfer.files;
  });
}

// Progress: the page itself is fetched anew whenever the server says that something was read.
for (const box of all("[data-job]")) {
  if (box.dataset.done === "true") continue;
  const events = new EventSource(`/jobs/${encodeURIComponent(box.dataset.job)}/events`);
  events.addEventListener("job", async (event) => {
    const page = await (await fetch(location.href, { headers: { accept: "text/html" } })).text();
    const fresh = new DOMParser().parseFromString(page, "text/html").querySelector("[data-job]");
    if (fresh) box.replaceChildren(...fresh.childNodes);
    if (JSON.parse(event.data).done) events.close();
  });
}
