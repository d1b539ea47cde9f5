/// What is the same on every page: style, script, and the bar that filters.
enum HTMLAssets {
    static let style = """
        :root { color-scheme: light dark;
          --text: #1d2127; --soft: #5b6470; --page: #f6f7f9; --card: #fff; --line: #dde1e6;
          --error: #b3261e; --warning: #8a5a00; --note: #1e5fa8; --mark: #ffe3a3; --del: #fde7e6; --ins: #e2f4e5; }
        @media (prefers-color-scheme: dark) { :root {
          --text: #e4e7eb; --soft: #9aa4b0; --page: #16191d; --card: #1f2328;
          --line: #353b43; --error: #ff8a80; --warning: #f2b84b; --note: #82b7f5; --mark: #6b5200; --del: #4a2523;
          --ins: #1f4027; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
        main { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
        h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
        h2 { font-size: 1.1rem; margin: 0 0 .5rem; }
        h3 { font-size: .95rem; margin: 1.5rem 0 .5rem; }
        h4 { font-size: .95rem; font-weight: 500; margin: 0; overflow-wrap: anywhere; }
        h5 { font-size: .8rem; margin: .6rem 0 .2rem; color: var(--soft); }
        a { color: var(--note); }
        nav a { margin-right: 1rem; }
        #findings, #routes, #rules, #diagnostics { margin-top: 2rem; }
        .counts { margin: 0; }
        .count { margin-right: 1rem; }
        .count b { font-size: 1.4rem; }
        .run, .meta, .remark, .empty { color: var(--soft); }
        .run, .meta { margin: .1rem 0; font-size: .85rem; overflow-wrap: anywhere; }
        .error .severity, .count.error, li.error { color: var(--error); }
        .warning .severity, .count.warning, li.warning { color: var(--warning); }
        .note .severity, .count.note, li.note { color: var(--note); }
        .message { white-space: pre-line; }
        .severity { font-weight: 700; margin-right: .25rem; }
        .path, .place, code, .code { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }
        .place, code { font-size: .85em; }
        .number { color: var(--soft); font-weight: 400; font-variant-numeric: tabular-nums; }
        .totals { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 1rem;
          margin-top: 1.5rem; }
        .total, article, details { background: var(--card); border: 1px solid var(--line); border-radius: 6px; }
        .total { padding: .75rem; }
        .total ol { list-style: none; margin: 0; padding: 0; max-height: 15rem; overflow: auto; }
        .total button { position: relative; display: flex; width: 100%; gap: .5rem; padding: .15rem .4rem; border: 0;
          background: none; color: inherit; font: inherit; font-size: .9rem; text-align: left; cursor: pointer; }
        .total .name { flex: 1; overflow-wrap: anywhere; position: relative; }
        .total .bar { position: absolute; inset: 1px auto 1px 0; background: var(--line); opacity: .6;
          border-radius: 3px; }
        .total .number { position: relative; }
        .total button:hover .name { text-decoration: underline; }
        .filter { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .5rem 1rem;
          align-items: center; padding: .5rem 0; background: var(--page); }
        .filter input[type=search] { flex: 1 1 16rem; padding: .35rem .5rem; border: 1px solid var(--line);
          border-radius: 4px; background: var(--card); color: inherit; font: inherit; }
        .filter .chip { border: 1px solid var(--line); border-radius: 1rem; background: var(--card); color: inherit;
          padding: .1rem .6rem; font: inherit; font-size: .85rem; cursor: pointer; }
        article { padding: .6rem .75rem; margin: .5rem 0; border-left: 4px solid var(--line); content-visibility: auto;
          contain-intrinsic-size: auto 11rem; }
        article.error { border-left-color: var(--error); }
        article.warning { border-left-color: var(--warning); }
        article.note { border-left-color: var(--note); }
        article.suppressed { opacity: .65; }
        .code { margin: .4rem 0 0; padding: .4rem 0; overflow-x: auto; font-size: .85rem; line-height: 1.45;
          background: var(--page); border-radius: 4px; }
        details > .code { padding: .4rem .75rem; }
        .line { display: block; min-width: max-content; text-decoration: none; }
        .gutter { display: inline-block; width: 3.5rem; padding-right: .75rem; text-align: right; color: var(--soft);
          user-select: none; }
        mark { background: var(--mark); color: inherit; border-radius: 2px; }
        mark:empty { border-left: 2px solid var(--warning); }
        del.line { background: var(--del); }
        ins.line { background: var(--ins); }
        .fix p, .places ol, .places ul { margin: 0; }
        .places ol, .places ul { padding-left: 1.5rem; }
        details { padding: .5rem .75rem; margin: .5rem 0; }
        summary { cursor: pointer; overflow-wrap: anywhere; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; background: var(--card); font-size: .85rem; }
        th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top; }
        .method { font-weight: 600; }
        td.no { color: var(--error); }
        td.unknown { color: var(--warning); }
        [hidden] { display: none !important; }
        @media print { .filter, nav { display: none; } article { content-visibility: visible; break-inside: avoid; } }

        """

    /// Shown by the script only, because nothing filters without it.
    static let filterBar = """
        <div class="filter" id="filter" hidden>
        <input type="search" id="search" placeholder="Search messages, paths, rules, code" aria-label="Search">
        <label><input type="checkbox" value="error" checked> errors</label>
        <label><input type="checkbox" value="warning" checked> warnings</label>
        <label><input type="checkbox" value="note" checked> notes</label>
        <button type="button" class="chip" id="facet" hidden></button>
        <span class="number" id="shown" role="status"></span>
        </div>

        """

    static let script = """
        (() => {
          "use strict";
          const bar = document.getElementById("filter");
          const search = document.getElementById("search");
          const chip = document.getElementById("facet");
          const shown = document.getElementById("shown");
          const files = [...document.querySelectorAll("section.file")];
          const articles = [...document.querySelectorAll("article")];
          const rows = [...document.querySelectorAll("#routes tbody tr")];
          const texts = new Map();
          let facet = null;

          const textOf = (element) => {
            let text = texts.get(element);
            if (text === undefined) {
              text = element.textContent.toLowerCase();
              texts.set(element, text);
            }
            return text;
          };

          const apply = () => {
            const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
            const levels = new Set([...bar.querySelectorAll("input:checked")].map((box) => box.value));
            const matches = (element) => words.every((word) => textOf(element).includes(word));
            let count = 0;
            for (const article of articles) {
              const data = article.dataset;
              const isChosen = levels.has(data.severity) && (!facet || data[facet.name] === facet.value);
              article.hidden = !(isChosen && matches(article));
              if (!article.hidden) count += 1;
            }
            for (const file of files) file.hidden = !file.querySelector("article:not([hidden])");
            for (const row of rows) row.hidden = !matches(row);
            chip.hidden = !facet;
            if (facet) chip.textContent = `${facet.name}: ${facet.value || "(none)"} \\u00d7`;
            shown.textContent = `${count} of ${articles.length} shown`;
          };

          for (const button of document.querySelectorAll("button[data-facet]")) {
            button.addEventListener("click", () => {
              facet = { name: button.dataset.facet, value: button.dataset.value };
              apply();
              document.getElementById("findings").scrollIntoView();
            });
          }
          chip.addEventListener("click", () => { facet = null; apply(); });
          bar.addEventListener("input", apply);

          const openTarget = () => {
            const target = location.hash && document.getElementById(location.hash.slice(1));
            if (target && target.tagName === "DETAILS") target.open = true;
          };
          window.addEventListener("hashchange", openTarget);
          openTarget();

          bar.hidden = articles.length === 0 && rows.length === 0;
          apply();
        })();

        """
}
