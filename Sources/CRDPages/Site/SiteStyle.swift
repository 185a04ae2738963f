import CRDGeneratorCore

/// The style of all pages of the site.
///
/// A literal rather than a resource, because resources need Foundation and a bundle beside the
/// program, which a static program doesn't have.
enum SiteStyle {
    /// The text of the file, which begins with the comment of generated files.
    static let text =
        "/* \(GeneratorVersion.header); do not edit. */\n"
        + colors + page + header + attributes + print

    private static let colors = """
        :root {
            color-scheme: light dark;
            --back: light-dark(#ffffff, #15171a);
            --front: light-dark(#1c1e21, #e4e6e9);
            --quiet: light-dark(#5a6068, #a3a9b2);
            --line: light-dark(#e2e5e9, #2d3138);
            --raised: light-dark(#f5f6f8, #1e2126);
            --link: light-dark(#0a58ca, #8ab8ff);
            --warm: light-dark(#9a4a00, #f0b072);
            --mark: light-dark(#fff4cc, #3d3517);
            --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
            scroll-padding-top: 5rem;
        }
        :root[data-theme=light] { color-scheme: light; }
        :root[data-theme=dark] { color-scheme: dark; }

        """

    private static let page = """
        *, ::before, ::after { box-sizing: border-box; }
        body {
            margin: 0;
            background: var(--back);
            color: var(--front);
            font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
            overflow-wrap: anywhere;
        }
        a { color: var(--link); text-decoration: none; }
        a:hover { text-decoration: underline; }
        :focus-visible {
            outline: 2px solid var(--link);
            outline-offset: 2px;
            border-radius: 3px;
        }
        main:focus { outline: none; }
        [hidden], html:not(.js) .js-only { display: none !important; }
        .page {
            display: grid;
            grid-template-columns: minmax(0, 54rem);
            justify-content: center;
            gap: 4rem;
            padding: 0 1.25rem 6rem;
        }
        main { padding-top: 2.5rem; }
        h1 {
            font-size: 2.1rem;
            line-height: 1.2;
            margin: .2rem 0 .6rem;
            letter-spacing: -.015em;
        }
        h2 { font-size: 1.3rem; line-height: 1.3; margin: 3rem 0 .75rem; }
        h3 { font-size: 1.05rem; line-height: 1.3; margin: 2rem 0 .5rem; }
        p { margin: .5rem 0; }
        code, pre { font-family: var(--mono); font-size: .84em; }
        p code, li code, dd code {
            background: var(--raised);
            padding: .1em .3em;
            border-radius: 4px;
            -webkit-box-decoration-break: clone;
            box-decoration-break: clone;
        }
        pre {
            margin: .5rem 0;
            padding: .8rem 1rem;
            background: var(--raised);
            border-radius: 8px;
            line-height: 1.5;
            overflow-x: auto;
            scrollbar-width: thin;
        }
        pre code { font-size: 1em; background: none !important; padding: 0 !important; }
        .path { font-size: .9rem; }
        .path a + a::before { content: "/"; margin: 0 .5rem; color: var(--quiet); }
        .versions ul {
            display: flex;
            flex-wrap: wrap;
            gap: .4rem;
            list-style: none;
            padding: 0;
            margin: 0;
        }
        .versions a {
            display: block;
            padding: .05rem .7rem;
            border: 1px solid var(--line);
            border-radius: 1rem;
            font-size: .9rem;
        }
        .versions [aria-current] {
            background: var(--front);
            border-color: var(--front);
            color: var(--back);
        }
        .note {
            padding: .6rem 1rem;
            border-left: 3px solid var(--warm);
            background: var(--raised);
        }
        .about { margin-top: 1.25rem; }
        .facts {
            display: grid;
            grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr));
            gap: .1rem 2rem;
            margin: 1.25rem 0 .5rem;
            font-size: .92rem;
        }
        .facts div { padding: .35rem 0; border-top: 1px solid var(--line); }
        dt { color: var(--quiet); font-size: .85rem; }
        dd { margin: 0; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; font-size: .9rem; margin: .5rem 0; }
        th, td {
            text-align: left;
            vertical-align: top;
            padding: .3rem 1rem .3rem 0;
            min-width: 5rem;
        }
        tr { border-bottom: 1px solid var(--line); }
        thead th { color: var(--quiet); font-weight: 500; }
        .pair {
            display: grid;
            grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr));
            gap: 1rem;
        }
        figure {
            position: relative;
            margin: 0;
            min-width: 0;
            display: flex;
            flex-direction: column;
        }
        figcaption { color: var(--quiet); font-size: .85rem; line-height: 1.9; }
        figure pre { margin: 0; flex: 1; }
        figure button { position: absolute; top: -.15rem; right: 0; }
        button {
            font: inherit;
            font-size: .85rem;
            line-height: 1.5;
            padding: .1rem .6rem;
            color: var(--quiet);
            background: none;
            border: 1px solid var(--line);
            border-radius: 6px;
            cursor: pointer;
        }
        button:hover, button[aria-pressed=true] {
            color: var(--front);
            border-color: var(--quiet);
        }
        .changes { margin: .75rem 0; }
        .changes ul { padding-left: 1.2rem; margin: .4rem 0; }
        .changes ul ul { margin: 0; }
        .changes > summary { color: var(--front); font-size: 1rem; font-weight: 600; }
        .changes li summary { display: list-item; width: auto; color: inherit; font-size: 1rem; }
        .kinds { list-style: none; padding: 0; margin: 0; }
        .kinds li { padding: .5rem 0; border-top: 1px solid var(--line); }
        .kinds .kind { font-weight: 600; margin-right: .5rem; }
        .kinds a:not(.kind) { font-size: .85rem; margin-right: .25rem; }
        .kinds i { color: var(--warm); font-style: normal; font-size: .85rem; }
        .kinds p { margin: 0; color: var(--quiet); font-size: .92rem; }
        .outline { display: none; }
        @media (min-width: 70rem) {
            .page { grid-template-columns: minmax(0, 54rem) 15rem; }
            .outline {
                display: block;
                position: sticky;
                top: 3.6rem;
                align-self: start;
                max-height: calc(100vh - 3.6rem);
                overflow-y: auto;
                scrollbar-width: thin;
                padding: 2.5rem 0 2rem;
                font-size: .88rem;
            }
            .outline p { color: var(--quiet); font-weight: 600; margin: 0 0 .4rem; }
            .outline ul { list-style: none; padding: 0; margin: 0; }
            .outline ul ul { padding-left: .8rem; }
            .outline .inner { padding-left: .8rem; }
            .outline a {
                display: block;
                padding: .12rem 0;
                color: var(--quiet);
                line-height: 1.4;
                overflow: hidden;
                text-overflow: ellipsis;
                white-space: nowrap;
            }
            .outline a:hover { color: var(--link); }
        }

        """

    private static let print = """
        @media print {
            :root { color-scheme: light; }
            .top, .outline, .tools, .skip, figure button { display: none !important; }
            .page { display: block; padding: 0; }
            body { font-size: 10pt; }
            details::details-content {
                display: block;
                content-visibility: visible;
                height: auto;
            }
            pre { white-space: pre-wrap; }
            .h, figure { break-inside: avoid; }
            h2, .h { break-after: avoid; }
        }

        """
}
