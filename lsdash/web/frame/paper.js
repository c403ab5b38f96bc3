// A page printed by the browser: charts whole and in the light theme, as on a screen a sheet of A4 wide.
// Plotly draws with fixed lengths and colours, so both are changed for as long as the printing takes.
const WIDE = 700, TALL = 950; // CSS pixels of A4 within its margins, and a little less
const LARGER = 1.15; // no chart is drawn much larger than on the screen
const HATCH = "#444"; // Plotly's own on white; on a dark ground it hatches in white

function printOnPaper(inLight) {
  const colours = new Map(Object.entries(inLight)); // "16,25,27" → "255, 255, 255"
  let undo = [];

  const put = (element, name, value) => {
    const [was, priority] = [element.style.getPropertyValue(name), element.style.getPropertyPriority(name)];
    undo.push(() => element.style.setProperty(name, was, priority));
    element.style.setProperty(name, value, "important");
  };
  const name = (element, its) => {
    element.classList.add(its);
    undo.push(() => element.classList.remove(its));
  };
  const light = (colour) => {
    const found = /^rgba?\((\d+), (\d+), (\d+)(.*)\)$/.exec(colour);
    const ours = found && colours.get(found.slice(1, 4).join());
    return ours && `${found[4] ? "rgba" : "rgb"}(${ours}${found[4]})`;
  };
  const lighten = (element) => {
    const looks = getComputedStyle(element);
    for (const property of ["fill", "stroke"]) {
      const ours = light(looks.getPropertyValue(property));
      if (ours) put(element, property, ours);
    }
  };
  const fit = (chart) => {
    const [wide, tall] = [chart.clientWidth, chart.clientHeight];
    if (!wide || !tall) return;
    const scale = Math.min(WIDE / wide, TALL / tall, LARGER);
    for (const box of [chart, ...chart.querySelectorAll(".plot-container, .svg-container")]) {
      put(box, "width", `${wide * scale}px`);
      put(box, "height", `${tall * scale}px`);
    }
    for (const svg of chart.querySelectorAll(".main-svg")) {
      svg.setAttribute("viewBox", `0 0 ${wide} ${tall}`);
      undo.push(() => svg.removeAttribute("viewBox"));
      put(svg, "width", "100%");
      put(svg, "height", "100%");
    }
  };
  const before = () => {
    after();
    for (const drawn of document.querySelectorAll("[class*=st-key-drawn-]"))
      name(drawn, drawn.offsetParent ? "on-paper" : "off-paper");
    const charts = [...document.querySelectorAll(".js-plotly-plot")].filter((each) => each.offsetParent);
    if (colours.size) {
      for (const chart of charts) {
        chart.querySelectorAll("svg *").forEach(lighten);
        chart.querySelectorAll("pattern path").forEach((path) => put(path, "stroke", HATCH));
      }
    }
    charts.forEach(fit);
  };
  const after = () => {
    undo.reverse().forEach((back) => back());
    undo = [];
  };
  window.addEventListener("beforeprint", before);
  window.addEventListener("afterprint", after);
  return () => {
    window.removeEventListener("beforeprint", before);
    window.removeEventListener("afterprint", after);
  };
}
