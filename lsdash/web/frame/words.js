// What Streamlit says in English by itself, said in the reader's language: on buttons, in fields, and to
// who listens. What a page of ours says stays as it is, but for marks of colour that would be read aloud.
const ATTRIBUTES = ["aria-label", "aria-valuetext", "placeholder", "title"];
const SAID = ATTRIBUTES.map((name) => `[${name}]`).join(",");
const OURS = ".js-plotly-plot, pre, textarea, [contenteditable], .stHtml, [data-testid=stMarkdownContainer]";
const THEIRS = "[data-testid=stFileUploaderDropzone]"; // whose button is written as our text is

const COLOURED = /:[a-z-]+\[([^\]]*)\]/g; // ":orange[…]"
const escaped = (text) => text.replace(/[.*+?^$()|[\]\\]/g, "\\$&");

function sayWords(phrases) {
  const exact = new Map();
  const open = []; // those that hold a name or a number: "Remove {what}"
  for (const [english, ours] of Object.entries(phrases)) {
    if (!english.includes("{what}")) exact.set(english, ours);
    else open.push([new RegExp(`^${escaped(english).replace("{what}", "(.+)")}$`), ours]);
  }
  const inOurs = (text) => {
    const words = text.trim();
    if (exact.has(words)) return exact.get(words);
    for (const [pattern, ours] of open) {
      const found = pattern.exec(words);
      if (found) return ours.replace("{what}", () => found[1]);
    }
    return null;
  };
  const sayAttributes = (element) => {
    for (const name of ATTRIBUTES) {
      const said = element.getAttribute(name);
      const ours = said && (inOurs(said) ?? said.replace(COLOURED, "$1"));
      if (ours && ours !== said) element.setAttribute(name, ours);
    }
  };
  const sayText = (node) => {
    const ours = inOurs(node.data);
    const around = ours && node.parentElement;
    if (around && (!around.closest(OURS) || around.closest(THEIRS))) node.data = ours;
  };
  const sayAll = (root) => {
    if (root.nodeType === Node.TEXT_NODE) return sayText(root);
    if (root.nodeType !== Node.ELEMENT_NODE || root.closest("svg")) return;
    sayAttributes(root);
    root.querySelectorAll(SAID).forEach(sayAttributes);
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) sayText(texts.currentNode);
  };
  const observer = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "attributes") sayAttributes(change.target);
      else if (change.type === "characterData") sayText(change.target);
      else change.addedNodes.forEach(sayAll);
    }
  });
  sayAll(document.body);
  observer.observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES,
  });
  return () => observer.disconnect();
}
