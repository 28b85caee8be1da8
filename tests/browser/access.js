// What a screen must hold to beside axe's rules. Gives what is wrong, a sentence each; `arguments[0]` says what is looked at.

const wanted = arguments[0], faults = [];
const shown = element => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
const called = element => {
  const text = (element.innerText || element.value || "").trim().replace(/\s+/g, " ").slice(0, 40);
  const classes = [...element.classList].map(name => "." + name).join("");
  return `${element.localName}${element.id && "#" + element.id}${classes} “${text}”`;
};
const all = selector => [...document.querySelectorAll(selector)].filter(shown);
const fault = (element, says) => faults.push(`${called(element)} ${says}`);
const style = element => getComputedStyle(element);
const crashed = document.querySelector(".crash") !== null;

function rgb(colour) {
  const [, is, numbers] = colour.match(/rgb(a?)\(([^)]*)\)/) ?? [];
  const parts = numbers?.split(/[\s,/]+/).map(Number);
  return !parts || (is && parts[3] === 0) ? null : parts.slice(0, 3);
}
function light(colour) {
  const [r, g, b] = colour.map(part => (part /= 255) <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one, other) {
  const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}
function ground(element) {
  for (let at = element; at; at = at.parentElement) {
    const colour = rgb(style(at).backgroundColor);
    if (colour) return colour;
  }
  return [255, 255, 255];
}
const tabbable = () => all("a[href], button, input, select, textarea, summary, [tabindex]")
  .filter(element => element.tabIndex >= 0 && !element.disabled && !element.closest("[inert]"));

function outline() {
  const heads = all("h1, h2, h3, h4, h5, h6").filter(head => !head.closest("[inert]"));
  const first = heads.filter(head => head.localName === "h1");
  if (first.length !== 1) faults.push(`${first.length} headings of the first level`);
  let level = 0;
  for (const head of heads) {
    const next = Number(head.localName[1]);
    if (next > level + 1) fault(head, `jumps from level ${level}`);
    level = next;
  }
  if (!document.title.trim()) faults.push("the window has no title");
  if (crashed) return;
  // Within an article these belong to the article.
  const marks = name => all(name).filter(one => !one.parentElement.closest("article, section, main"));
  for (const landmark of ["header", "main", "footer"]) {
    if (marks(landmark).length !== 1) faults.push(`${marks(landmark).length} landmarks ${landmark}`);
  }
  const found = document.getElementById("summary-title");
  if (found && document.querySelector("#found-aloud[role=status]")?.textContent !== found.textContent) faults.push("nothing tells screen readers what is found");
  const [skip] = tabbable();
  if (!skip?.matches("a.skip") || !document.getElementById(skip.hash.slice(1))) faults.push("the skip link is not the first stop");
  if (!document.querySelector("#saved[role=status]")) faults.push("nothing tells screen readers that the draft is kept");
  if (!document.querySelector(".notice-place[aria-live=polite]")) faults.push("nothing tells screen readers what is said");
}

function bound() {
  const ids = new Set();
  for (const element of document.querySelectorAll("[id]")) {
    if (ids.has(element.id)) fault(element, "has an id of another one");
    ids.add(element.id);
  }
  for (const name of ["aria-describedby", "aria-labelledby", "aria-controls", "for"]) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      for (const id of element.getAttribute(name).split(/\s+/)) {
        if (id && !document.getElementById(id)) fault(element, `names ${id} by ${name}, which is not there`);
      }
    }
  }
  const described = new Map();
  for (const element of document.querySelectorAll("[aria-describedby]")) {
    for (const id of element.getAttribute("aria-describedby").split(/\s+/)) described.set(id, element);
  }
  for (const error of all(".field .error").filter(error => error.innerText.trim())) {
    if (described.get(error.id)?.getAttribute("aria-invalid") !== "true") fault(error, "is bound to no field that is marked as wrong");
  }
  for (const field of document.querySelectorAll("[aria-invalid=true]")) {
    const says = field.getAttribute("aria-describedby")?.split(/\s+/).map(id => document.getElementById(id));
    if (!says?.some(one => one?.matches(".error"))) fault(field, "is wrong, and nothing that describes it says why");
  }
}

// An element in a line of text may be as low as the line (WCAG 2.5.8, inline).
const inline = element => style(element).display === "inline" && element.parentElement.innerText.trim() !== element.innerText.trim();

function targets() {
  for (const element of all("a[href], button, select, textarea, summary, input")) {
    // What takes no pointer is no target.
    if (element.matches(".unseen, .skip") || style(element).pointerEvents === "none" || inline(element)) continue;
    const parts = element.matches("[type=radio], [type=checkbox]") ? [element, ...element.labels] : [element];
    const boxes = parts.map(part => part.getBoundingClientRect());
    const width = Math.max(...boxes.map(box => box.right)) - Math.min(...boxes.map(box => box.left));
    const height = Math.max(...boxes.map(box => box.bottom)) - Math.min(...boxes.map(box => box.top));
    if (width < 23.9 || height < 23.9) fault(element, `is ${width.toFixed(1)} × ${height.toFixed(1)} px large`);
  }
}

function stops() {
  const of = tabbable();
  for (const table of all("table")) {
    // A list to choose from is a field of a form, which Tab is to reach.
    const inside = of.filter(element => table.contains(element) && !element.matches("select"));
    if (inside.length > 1) fault(table, `has ${inside.length} tab stops`);
  }
  if (of.length > 400) faults.push(`${of.length} tab stops`);
}

function ring(element) {
  const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, borderWidth, backgroundColor } = style(element);
  return { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, borderWidth, backgroundColor };
}

// One of each look is enough: what shows the focus is a matter of style alone.
function focus() {
  const seen = new Set(), before = document.activeElement;
  for (const element of tabbable()) {
    const look = `${element.localName}.${element.className}.${element.type}`;
    if (seen.has(look)) continue;
    seen.add(look);
    before?.blur?.();
    const holder = element.matches(".unseen") ? element.parentElement : element;
    const plain = ring(holder);
    element.focus({ preventScroll: true, focusVisible: true });
    const focused = ring(holder);
    if (document.activeElement !== element) { fault(element, "takes no focus"); continue; }
    if (JSON.stringify(plain) === JSON.stringify(focused)) { fault(element, "does not show its focus"); continue; }
    const around = ground(holder.parentElement);
    const colours = [focused.outlineStyle !== "none" && parseFloat(focused.outlineWidth) >= 2 && focused.outlineColor, focused.boxShadow !== "none" && focused.boxShadow];
    const best = Math.max(0, ...colours.filter(Boolean).map(rgb).filter(Boolean).map(colour => contrast(colour, around)));
    if (best < 3) fault(element, `shows its focus with a contrast of ${best.toFixed(2)}`);
  }
  document.activeElement?.blur?.();
}

// What stays in sight above the rest must not hide what has the focus (WCAG 2.4.11), going back through the page.
function hidden() {
  scrollTo(0, document.body.scrollHeight);
  for (const element of tabbable().reverse().slice(0, 150)) {
    if (element.matches(".unseen, .skip")) continue;
    element.focus();
    const box = element.getBoundingClientRect(), middle = (box.left + box.right) / 2;
    const points = [[middle, box.top + 2], [middle, (box.top + box.bottom) / 2], [middle, box.bottom - 2]];
    const held = points.some(([x, y]) => {
      const there = document.elementFromPoint(x, y);
      return there && !there.closest(".notice-place, .arriving-place") || element.contains(there);
    });
    if (!held && box.height < innerHeight) fault(element, "is hidden when it has the focus");
  }
  document.activeElement?.blur?.();
  scrollTo(0, 0);
}

function sideways() {
  const wide = document.documentElement.scrollWidth, room = document.documentElement.clientWidth;
  if (wide <= room) return;
  const held = element => {
    for (let at = element.parentElement; at; at = at.parentElement) {
      if (style(at).overflowX !== "visible") return true;
    }
    return false;
  };
  const over = all("body *").filter(element => element.getBoundingClientRect().right > room + 0.5 && !held(element));
  faults.push(`the page is ${wide} px wide in ${room} px, by ${over.slice(-3).map(called).join(", ")}`);
}

function still() {
  const seconds = text => Math.max(...text.split(",").map(part => parseFloat(part) * (part.includes("ms") ? 0.001 : 1)));
  for (const element of document.querySelectorAll("*")) {
    const { animationDuration, transitionDuration } = style(element);
    if (seconds(animationDuration) > 0.01 || seconds(transitionDuration) > 0.01) fault(element, "moves");
  }
}

// Grounds and shadows are gone in forced colours: what had only those has to have a border.
function bordered() {
  const width = (element, side = "Left") => style(element)[`border${side}Style`] === "none" ? 0 : parseFloat(style(element)[`border${side}Width`]);
  for (const element of all(".tag, .mark, .pick, .primary, .secondary, input[type=text], input[type=password], select, textarea")) {
    if (width(element) < 1 && !element.matches("td")) fault(element, "has no border");
  }
  for (const element of all(".field--wrong, .warning, .notice, .summary, .carried, .question")) {
    if (width(element) < 3) fault(element, "has no line at its side");
  }
  for (const element of all(".pick[aria-pressed=true], .pick[aria-current]")) {
    if (width(element) < 3) fault(element, "looks as if it was not chosen");
  }
  for (const element of all(".tab[aria-current]")) {
    const line = rgb(style(element).borderBottomColor);
    if (!line || contrast(line, ground(element)) < 3) fault(element, "looks as if it was not here");
  }
  for (const element of all(".tab:not([aria-current])")) {
    const line = rgb(style(element).borderBottomColor);
    if (line && contrast(line, ground(element)) > 1.5) fault(element, "looks as if it was here");
  }
}

for (const look of wanted) ({ outline, bound, targets, stops, focus, hidden, sideways, still, bordered })[look]();
return [...new Set(faults)];
