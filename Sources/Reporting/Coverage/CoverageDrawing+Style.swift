extension CoverageDrawing {
    /// Of a picture in a file of its own: the light colours of ``ReportStyle``, each at least 4.5 to 1 on white.
    static let style = """

        text { font: 14px "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", Arial, sans-serif; fill: #1a2027; }
        .title { font-size: 20px; font-weight: 600; }
        .value { font-weight: 600; }
        .hint { fill: #55606c; }
        .paper { fill: #ffffff; }
        .row { stroke: #d3d9df; }
        .mark { stroke: #0b5a94; stroke-width: 2; fill: #0b5a94; }
        .open { fill: #ffffff; }
        .warning { fill: #fff3cd; stroke: #b07d00; stroke-width: 2; }
        .warned { fill: #3b2a00; font-weight: 600; }

        """

    /// Beside ``ReportStyle`` in a page, which shows one of the two pictures: neither is scrolled sideways.
    static let pageStyle = """
        svg.coverage.wide { display: none; max-width: 62rem; }
        svg.coverage.narrow { display: block; max-width: 30rem; }
        @media (min-width: 60rem) { svg.coverage.wide { display: block; } svg.coverage.narrow { display: none; } }
        svg .title { font-size: 20px; font-weight: 600; }
        svg .hint { fill: var(--muted); }
        svg .paper { fill: var(--paper); }
        svg.coverage .mark { stroke-width: 2; }
        svg .warning { fill: var(--warn); stroke: var(--warn-edge); stroke-width: 2; }
        svg .warned { fill: var(--warn-ink); font-weight: 600; }
        @media print {
          svg.coverage.wide { display: block; max-width: 100%; }
          svg.coverage.narrow { display: none; }
          .mark { print-color-adjust: exact; }
        }

        """
}
