/// The page's one stylesheet. Colours are from the Okabe–Ito family (blue and orange), told apart in every common
/// colour blindness; no meaning rests on colour alone.
enum ReportStyle {
    static let sheet = """

        :root {
          color-scheme: light dark;
          --paper: #ffffff; --wash: #f4f6f8; --ink: #1a2027; --muted: #55606c; --rule: #d3d9df;
          --accent: #0b5a94; --second: #ad4a06; --warn: #fff3cd; --warn-edge: #b07d00; --warn-ink: #3b2a00;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #13171c; --wash: #1c2229; --ink: #e7eaed; --muted: #a9b3bd; --rule: #38424c;
            --accent: #80bdf2; --second: #f2a869; --warn: #33290b; --warn-edge: #d6a800; --warn-ink: #ffeab0;
          }
        }
        *, *::before, *::after { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; }
        body {
          margin: 0; background: var(--paper); color: var(--ink);
          font: 1.0625rem/1.6 "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif;
        }
        header, main, footer { max-width: 62rem; margin: 0 auto; padding: 0 1rem; }
        p, li, dd, dt, h1, h2, h3, .key, nav { max-width: 44rem; }
        h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
        h1 { font-size: clamp(1.75rem, 5vw, 2.5rem); margin: .25rem 0 .75rem; letter-spacing: -.01em; }
        h2 { font-size: 1.5rem; margin: 0 0 1rem; }
        h3 { font-size: 1.175rem; margin: 2.25rem 0 .75rem; }
        p, ul, ol, dl { margin: 0 0 1rem; }
        a { color: var(--accent); text-underline-offset: .15em; }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
        .skip { position: absolute; left: -100vw; }
        .skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .5rem; z-index: 2; }
        .simulated {
          background: var(--warn); color: var(--warn-ink); border-bottom: 3px solid var(--warn-edge); padding: .75rem 1rem;
        }
        .simulated p { max-width: 60rem; margin: 0 auto; font-size: .9375rem; line-height: 1.45; }
        .simulated strong { letter-spacing: .04em; margin-right: .35em; }
        header { padding-top: 2rem; padding-bottom: 1.5rem; }
        .language { float: right; margin: 0 0 0 1rem; }
        .publisher { color: var(--muted); font-weight: 600; margin: 0; }
        .lead { font-size: 1.2rem; line-height: 1.45; margin-bottom: .5rem; }
        .cut, .note, .detail, small { color: var(--muted); font-size: .9375rem; }
        nav { border-top: 1px solid var(--rule); border-bottom: 1px solid var(--rule); padding: 1rem 0; }
        nav ol { margin: 0; padding-left: 1.5rem; columns: 2 18rem; }
        nav li { break-inside: avoid; padding: .1rem 0; }
        .small { font-size: 1rem; margin-bottom: .25rem; }
        section { padding-top: 2.75rem; }
        .ordinal { color: var(--muted); font-weight: 400; margin-right: .2em; }
        .key {
          list-style: none; padding: 0; margin: 1.5rem 0; display: grid; gap: 1px; background: var(--rule);
          border: 1px solid var(--rule); grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr));
        }
        .key li { background: var(--wash); padding: 1rem 1.1rem; line-height: 1.35; }
        .key b { display: block; font-size: 2rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
        .key .detail { display: block; margin-top: .35rem; font-size: .875rem; }
        figure { margin: 1.5rem 0 1rem; }
        figcaption, caption { text-align: left; line-height: 1.4; margin-bottom: .75rem; padding: 0; }
        caption { padding-bottom: .5rem; margin: 0; }
        caption span.stay { position: sticky; left: 0; display: inline-block; max-width: min(44rem, calc(100vw - 2rem)); }
        .tag {
          display: inline-block; background: var(--warn); color: var(--warn-ink); border: 1px solid var(--warn-edge);
          font-size: .75rem; line-height: 1.3; padding: 0 .35rem; white-space: nowrap;
        }
        svg { display: block; width: 100%; height: auto; }
        svg.wide { max-width: 47rem; }
        svg.wide { display: none; }
        svg.narrow { max-width: 29rem; }
        @media (min-width: 44rem) { svg.wide { display: block; } svg.narrow { display: none; } }
        svg text { font-size: 14px; fill: var(--ink); }
        svg .tick, svg .hint, svg .reason { fill: var(--muted); }
        svg .value, svg .reason { paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; }
        svg .value { font-variant-numeric: tabular-nums; font-weight: 600; }
        svg .total { font-weight: 700; }
        svg .row { stroke: var(--rule); }
        svg .grid { stroke: var(--rule); stroke-dasharray: 2 3; }
        svg .zero { stroke: var(--muted); stroke-width: 1.5; }
        svg .whisker { stroke: var(--accent); stroke-width: 2.5; }
        svg .unsure { stroke-dasharray: 5 3; }
        svg .link { stroke: var(--muted); stroke-width: 2; }
        svg .mark { stroke: var(--accent); stroke-width: 2.5; fill: var(--accent); }
        svg .open { fill: var(--paper); }
        svg .diamond { fill: var(--second); stroke: var(--second); }
        svg .bar { fill: var(--accent); }
        .table { overflow-x: auto; margin: 0 0 1.25rem; }
        table { border-collapse: collapse; min-width: min(100%, 47rem); font-size: .9375rem; line-height: 1.35; }
        th, td { padding: .45rem .45rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--rule); }
        thead th { vertical-align: bottom; border-bottom: 2px solid var(--muted); font-weight: 600; }
        tbody th { font-weight: 400; min-width: 8.5rem; max-width: 22rem; }
        th:first-child { padding-left: 0; position: sticky; left: 0; background: var(--paper); }
        td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
        td.number { white-space: nowrap; }
        td.reason { color: var(--muted); min-width: 9rem; }
        .key + p, .findings { margin-top: 1.25rem; }
        .sentences dt, .method dt { font-weight: 600; margin-top: 1.1rem; }
        dd { margin: .15rem 0 0; }
        details { border-bottom: 1px solid var(--rule); }
        summary { padding: .7rem 0; cursor: pointer; line-height: 1.4; }
        summary small { display: block; padding-left: 1.1rem; }
        footer { border-top: 1px solid var(--rule); margin-top: 3.5rem; padding-top: 1.25rem; padding-bottom: 3rem; }
        footer p { margin: 0 0 .35rem; font-size: .9375rem; color: var(--muted); }
        @media (max-width: 43.99rem) { tbody th:first-child, thead th:first-child { max-width: 11rem; } }
        @media (min-width: 60rem) { tbody th:first-child { min-width: 11rem; } }
        @media (forced-colors: active) {
          :root {
            --paper: Canvas; --wash: Canvas; --ink: CanvasText; --muted: CanvasText; --rule: CanvasText;
            --accent: LinkText; --second: CanvasText;
          }
          .simulated, .tag { border: 2px solid; }
        }
        @page { size: A4; margin: 20mm 17mm; }
        @media print {
          :root {
            --paper: #fff; --wash: #fff; --ink: #000; --muted: #444; --rule: #bbb; --accent: #0b5a94; --second: #ad4a06;
            --warn: #fff; --warn-edge: #000; --warn-ink: #000;
          }
          body { font-size: 10.5pt; line-height: 1.45; }
          header, main, footer { max-width: none; padding-left: 0; padding-right: 0; }
          nav, .skip, .language { display: none; }
          svg.wide { display: block; }
          svg.narrow { display: none; }
          .bar, .mark { print-color-adjust: exact; }
          h2, h3, dt, summary, figcaption, caption, thead, tr:nth-child(-n+2):not(:last-child) { break-after: avoid; }
          figure, tr, footer, .key li, .sentences dd { break-inside: avoid; }
          .table { overflow: visible; }
          p, li, dd, dt, .key, svg.wide { max-width: none; }
          table { font-size: 9pt; }
          th, td { padding: .25rem .35rem; }
          details::details-content { content-visibility: visible; block-size: auto; }
        }

        """
}
